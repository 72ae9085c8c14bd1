import { isDeepStrictEqual } from "node:util";
import type { FactsOfTown } from "./coded-cases.js";

/** What is known of towns, by number. A town of which something else is known than before gets another number. */
export class TownCodes {
  private readonly latest = new Map<string, number>();
  private readonly list: FactsOfTown[] = [];

  /** Begins with these, in their order. */
  constructor(towns: readonly FactsOfTown[] = []) {
    for (const town of towns) this.put(town);
  }

  codeOf(town: FactsOfTown): number {
    const known = this.latest.get(town.town.id);
    return known !== undefined && isDeepStrictEqual(this.list[known], town) ? known : this.put(town);
  }

  /** In the order of their numbers. */
  values(): readonly FactsOfTown[] {
    return this.list;
  }

  private put(town: FactsOfTown): number {
    const code = this.list.push(town) - 1;
    this.latest.set(town.town.id, code);
    return code;
  }
}
