import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Edition } from "../../catalogue/edition.js";
import { assertSize } from "../../catalogue/pages.js";
import { suggest } from "../../search/suggest.js";
import type { SuggestionEntry, SuggestionTarget } from "../../search/suggestion-entries.js";
import { createSuggestionIndexes } from "../../search/suggestion-index.js";
import type { RequestContext } from "../context.js";
import { limits } from "../limits.js";
import { assertTextLength } from "../text-length.js";
import { SuggestionType, type SuggestionTargetView } from "../types/suggest.js";

@Resolver()
export class SuggestResolver {
  private readonly indexes = createSuggestionIndexes();

  @Query(() => [SuggestionType], {
    description:
      "What somebody may mean who has typed this much, for the box of a portal: towns (also by former names), cases, categories, practices, tags, problems, industries and regions that are published, the most useful first. By Chinese name (simplified or traditional), English name, slug, pinyin (with or without tones: `zhuji`, `zhū jì`, `zhu1 ji4`) or its initials (`zj`); a typing error in a Latin beginning of four letters or more is forgiven where nothing else matches. A case is not suggested beside its town. Blank: nothing.",
  })
  async suggest(
    @Ctx() { edition, sharing }: RequestContext,
    @Arg("prefix", () => String, {
      description: `What has been typed; at most ${limits.maxPrefixLength} characters.`,
    })
    prefix: string,
    @Arg("first", () => Int, {
      nullable: true,
      description: `How many at most, 1 to ${limits.maxSuggestions}; ${limits.maxSuggestions} unless told.`,
    })
    first: number | null,
  ): Promise<SuggestionType[]> {
    assertTextLength("prefix", prefix, "maxPrefixLength");
    const size = first ?? limits.maxSuggestions;
    assertSize("first", size, limits.maxSuggestions);
    const { index, isOfEdition } = await this.indexes.indexOf(edition);
    if (!isOfEdition) sharing.forbid();
    return withTargets(edition, suggest(index, prefix, size));
  }
}

const typeOfKey = { TAG: "Tag", PROBLEM: "Problem", INDUSTRY: "Industry" } as const;
type KeyTarget = Extract<SuggestionTarget, { readonly kind: keyof typeof typeOfKey }>;
const isKey = (target: SuggestionTarget): target is KeyTarget => target.kind in typeOfKey;

/** What the edition has no longer is left out. */
async function withTargets(edition: Edition, entries: readonly SuggestionEntry[]): Promise<SuggestionType[]> {
  const idsOf = (kind: "CASE" | "TOWN"): string[] =>
    entries.flatMap(({ target }) => (target.kind === kind && "id" in target ? [target.id] : []));
  const [cases, towns] = await Promise.all([edition.cases(idsOf("CASE")), edition.townViews(idsOf("TOWN"))]);
  const byId = new Map([...cases, ...towns].flatMap((view) => (view ? [[view.id, view] as const] : [])));
  const viewOf = (target: SuggestionTarget): SuggestionTargetView | null => {
    if (isKey(target)) return { __typename: typeOfKey[target.kind], ...target.word };
    return "id" in target ? (byId.get(target.id) ?? null) : target.word;
  };
  return entries.flatMap(({ label, target }) => {
    const view = viewOf(target);
    return view ? [{ label, kind: target.kind, target: view }] : [];
  });
}
