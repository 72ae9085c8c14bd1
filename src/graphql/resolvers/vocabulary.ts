import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { casesHaving } from "../../catalogue/cases-having.js";
import type { ColumnGroup } from "../../catalogue/columns.js";
import type { Edition } from "../../catalogue/edition.js";
import type { CaseView, PracticeUseView } from "../../catalogue/views.js";
import type {
  GlossaryTermView,
  IndustryView,
  MeasureView,
  NamedKeyView,
  PolicyDocumentView,
  PracticeView,
  ProgrammeView,
} from "../../catalogue/vocabulary-views.js";
import { caseList } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { practiceList } from "../vocabulary-lists.js";
import { CaseType, PracticeUseType } from "../types/case.js";
import { CaseConnectionType, ForwardArgs, PageArgs, PracticeConnectionType } from "../types/connections.js";
import { PolicyDocumentType, ProgrammeType } from "../types/programme.js";
import {
  GlossaryTermType,
  IndustryType,
  MeasureType,
  PracticeType,
  ProblemType,
  TagType,
} from "../types/vocabulary.js";

@Resolver(() => IndustryType)
export class IndustriesResolver {
  @Query(() => [IndustryType], { description: "The vocabulary of industries." })
  industries(@Ctx() { edition }: RequestContext): readonly IndustryView[] {
    return edition.vocabulary.industries;
  }

  @FieldResolver(() => Int, { description: "Published cases of towns with this industry." })
  caseCount(@Root() { key }: NamedKeyView, @Ctx() { edition }: RequestContext): number {
    return countOf(edition, "industries", key);
  }
}

@Resolver(() => ProblemType)
export class ProblemsResolver {
  @Query(() => [ProblemType], { description: "The vocabulary of problems." })
  problems(@Ctx() { edition }: RequestContext): readonly NamedKeyView[] {
    return edition.vocabulary.problems;
  }

  @FieldResolver(() => Int, { description: "Published cases with this problem, praised and warned." })
  caseCount(@Root() { key }: NamedKeyView, @Ctx() { edition }: RequestContext): number {
    return countOf(edition, "problems", key);
  }
}

@Resolver()
export class GlossaryResolver {
  @Query(() => [GlossaryTermType], { description: "The field's terms in both languages, with variants." })
  glossary(@Ctx() { edition }: RequestContext): readonly GlossaryTermView[] {
    return edition.vocabulary.glossary;
  }
}

@Resolver(() => TagType)
export class TagsResolver {
  @Query(() => [TagType], { description: "The vocabulary of tags." })
  tags(@Ctx() { edition }: RequestContext): readonly NamedKeyView[] {
    return edition.vocabulary.tags;
  }

  @FieldResolver(() => Int, { description: "Published cases with this tag." })
  caseCount(@Root() { key }: NamedKeyView, @Ctx() { edition }: RequestContext): number {
    return countOf(edition, "tags", key);
  }
}

@Resolver(() => MeasureType)
export class MeasuresResolver {
  @Query(() => [MeasureType], { description: "The vocabulary of measures." })
  measures(@Ctx() { edition }: RequestContext): readonly MeasureView[] {
    return edition.vocabulary.measures;
  }

  @FieldResolver(() => Int, { description: "Published cases with a figure of this measure." })
  caseCount(@Root() { key }: MeasureView, @Ctx() { edition }: RequestContext): number {
    return countOf(edition, "measures", key);
  }
}

@Resolver(() => PracticeType)
export class PracticesResolver {
  @Query(() => PracticeConnectionType, { description: "Practices that cases share." })
  practices(@Ctx() { edition }: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    return practiceList("practices", edition.vocabulary.practices, page);
  }

  @Query(() => PracticeType, { nullable: true, description: "One practice, by its slug; else null." })
  practice(
    @Ctx() { edition }: RequestContext,
    @Arg("slug", () => String, { description: "As in its address." }) slug: string,
  ): PracticeView | null {
    return edition.vocabulary.practices.find((practice) => practice.slug === slug) ?? null;
  }

  @FieldResolver(() => CaseConnectionType, { description: "The cases that use it." })
  cases(
    @Root() { slug }: PracticeView,
    @Ctx() { edition }: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    return caseList(edition, `Practice.cases ${slug}`, { practices: [slug] }, null, page);
  }

  @FieldResolver(() => [PracticeUseType], {
    description: "What it looked like in each case, and the evidence.",
  })
  async uses(@Root() { slug }: PracticeView, @Ctx() { edition }: RequestContext): Promise<PracticeUseView[]> {
    const views = await casesHaving(edition, "practices", slug);
    return views.flatMap((view) => view.practiceUses.filter(({ practice }) => practice.slug === slug));
  }

  @FieldResolver(() => [CaseType], { description: "Cautionary cases that show the opposite." })
  contradictedBy(@Root() { slug }: PracticeView, @Ctx() { edition }: RequestContext): Promise<CaseView[]> {
    return casesHaving(edition, "contradicts", slug);
  }

  @FieldResolver(() => [PracticeUseType], {
    description: "What speaks against it in each of those, and the evidence.",
  })
  async contradictions(
    @Root() { slug }: PracticeView,
    @Ctx() { edition }: RequestContext,
  ): Promise<PracticeUseView[]> {
    const views = await casesHaving(edition, "contradicts", slug);
    return views.flatMap((view) => view.contradictions.filter(({ practice }) => practice.slug === slug));
  }
}

@Resolver(() => PolicyDocumentType)
export class ProgrammeResolver {
  @Query(() => ProgrammeType, { description: "The programme around the cases." })
  programme(@Ctx() { edition }: RequestContext): ProgrammeView {
    return edition.vocabulary.programme;
  }

  @FieldResolver(() => CaseConnectionType, { description: "The cases that it named." })
  cases(
    @Root() { id }: PolicyDocumentView,
    @Ctx() { edition }: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    return caseList(edition, `PolicyDocument.cases ${id}`, { documents: [id] }, null, page);
  }
}

const countOf = ({ columns }: Edition, group: ColumnGroup, key: string): number =>
  columns.having(group, key).count();
