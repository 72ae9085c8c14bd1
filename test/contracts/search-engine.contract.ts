import { describe } from "vitest";
import { describeFiltering } from "./search-engine/filtering.js";
import { describeFinding } from "./search-engine/finding.js";
import { describeGlossary } from "./search-engine/glossary.js";
import { contractFor, type ContractOptions } from "./search-engine/harness.js";
import { describeHostileInput } from "./search-engine/hostile-input.js";
import { describeIndexing } from "./search-engine/indexing.js";
import { describeRanking } from "./search-engine/ranking.js";

/** What every search engine promises, whatever it is made of. A gap is skipped by name, with its reason. */
export function describeSearchEngine(
  name: string,
  open: ContractOptions["open"],
  { skip = [] }: Partial<Pick<ContractOptions, "skip">> = {},
): void {
  describe(`${name} keeps the contract of a search engine`, () => {
    const contract = contractFor({ open, skip });
    describeFinding(contract);
    describeGlossary(contract);
    describeRanking(contract);
    describeFiltering(contract);
    describeIndexing(contract);
    describeHostileInput(contract);
  });
}
