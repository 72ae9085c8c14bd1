import { isObjectType, type GraphQLResolveInfo } from "graphql";
import { cardFields, connectionsOfFigures, type CaseCard } from "../catalogue/case-card.js";
import type { Edition } from "../catalogue/edition.js";
import { fieldsBelow, selectedAt } from "./selection.js";

/** As much of these cases as is asked for, in their order; null for what is not published any more. */
export function readCases(
  { cards, cases }: Edition,
  ids: readonly string[],
  info: GraphQLResolveInfo,
  paths?: readonly Path[],
): Promise<(CaseCard | null)[]> {
  return areCardsEnough(info, paths) ? cards(ids) : cases(ids);
}

/** Whether of the cases that a field leads to, by these paths, nothing is asked but what their cards have. */
export function areCardsEnough(info: GraphQLResolveInfo, paths: readonly Path[] = [[]]): boolean {
  const ofCases = fieldsBelow(
    info,
    paths.flatMap((path) => selectedAt(info, ...path)),
  );
  const figures = ofCases.filter(({ name }) => name.value === "indicators");
  return (
    !ofCases.some(({ name }) => isOfWholeCase(name.value, info)) &&
    !fieldsBelow(info, figures).some(({ name }) => ofWholes.has(name.value))
  );
}

/** In a union, fields of other types stand beside those of cases. */
function isOfWholeCase(field: string, { schema }: GraphQLResolveInfo): boolean {
  const type = schema.getType("Case");
  return !ofCards.has(field) && isObjectType(type) && field in type.getFields();
}

/** The fields from the one that is resolved to its cases. */
type Path = readonly string[];

export const nodesOfConnection: readonly Path[] = [["nodes"], ["edges", "node"]];

const ofCards: ReadonlySet<string> = new Set([...cardFields, "indicators"]);
const ofWholes: ReadonlySet<string> = new Set(connectionsOfFigures);
