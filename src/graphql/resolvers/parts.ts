import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CaseView, EvidenceView, NarrativeView, SectionView, TownView } from "../../catalogue/views.js";
import type { Locale } from "../../terms.js";
import type { RequestContext } from "../context.js";
import { CaseType, NarrativeType, SectionType } from "../types/case.js";
import { LocaleEnum } from "../types/enums.js";
import { EvidenceType } from "../types/evidence.js";
import { TownType } from "../types/town.js";

/** The parts of a case: sections and evidence. */
@Resolver(() => SectionType)
export class SectionsResolver {
  @FieldResolver(() => [NarrativeType], { description: "Its text: one a language that it exists in." })
  narratives(
    @Root() { narratives }: SectionView,
    @Arg("locale", () => LocaleEnum, { nullable: true, description: "Only this language." })
    locale: Locale | null | undefined,
  ): readonly NarrativeView[] {
    return locale == null ? narratives : narratives.filter((one) => one.locale === locale);
  }
}

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  @FieldResolver(() => CaseType, { description: "The case that rests on it." })
  case(@Root() evidence: EvidenceView): CaseView {
    return evidence.case;
  }

  @FieldResolver(() => SectionType, { nullable: true, description: "Its home; null: no section uses it." })
  section(@Root() { section }: EvidenceView): SectionView | null {
    return section;
  }

  @FieldResolver(() => [TownType], { description: "Other published towns that the statement names." })
  async otherTowns(
    @Root() { otherTownSlugs }: EvidenceView,
    @Ctx() { edition }: RequestContext,
  ): Promise<TownView[]> {
    if (otherTownSlugs.length === 0) return [];
    const towns = edition.towns.filter(({ slug }) => otherTownSlugs.includes(slug));
    return (await edition.townViews(towns.map(({ id }) => id))).filter((town) => town !== null);
  }
}
