import type { CaseFacts } from "./case-facts.js";

/** Gives equal values of many cases one and the same place in memory. */
export interface SharedValues {
  of(facts: Omit<CaseFacts, "evidence">): Omit<CaseFacts, "evidence">;
}

/** What cases of the same town, region or kind have alike is most of what is known of them. */
export function createSharedValues(): SharedValues {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const towns = new Map<string, CaseFacts["town"]>();

  const text = <Text extends string | null>(value: Text): Text => {
    if (value === null) return value;
    const known = texts.get(value) as Text | undefined;
    if (known !== undefined) return known;
    texts.set(value, value);
    return value;
  };
  const list = <Text extends string>(values: readonly Text[]): readonly Text[] => {
    const key = values.join("\n");
    const known = lists.get(key) as readonly Text[] | undefined;
    if (known !== undefined) return known;
    const shared = values.map(text);
    lists.set(key, shared);
    return shared;
  };
  const town = (value: CaseFacts["town"]): CaseFacts["town"] => {
    const key = JSON.stringify(value);
    const shared = towns.get(key) ?? { ...value, kind: text(value.kind) };
    towns.set(key, shared);
    return shared;
  };
  return {
    of: (facts) => ({
      ...facts,
      ...{ kind: text(facts.kind), category: text(facts.category), categoryBasis: text(facts.categoryBasis) },
      ...{ warningKind: text(facts.warningKind), province: text(facts.province) },
      ...{ formerSlugs: list(facts.formerSlugs), regions: list(facts.regions) },
      ...{ industries: list(facts.industries), contradicts: list(facts.contradicts) },
      ...{ problems: list(facts.problems), practices: list(facts.practices), tags: list(facts.tags) },
      ...{ townSources: list(facts.townSources), documents: list(facts.documents) },
      ...{ statuses: list(facts.statuses), sectionKinds: list(facts.sectionKinds) },
      ...{ missingLocales: list(facts.missingLocales), town: town(facts.town) },
      ...{ measures: facts.measures.map(text), sources: facts.sources.map(text) },
    }),
  };
}
