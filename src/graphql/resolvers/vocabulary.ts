import { Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { ColumnGroup } from "../../catalogue/columns.js";
import type { Edition } from "../../catalogue/edition.js";
import type {
  GlossaryTermView,
  IndustryView,
  MeasureView,
  NamedKeyView,
} from "../../catalogue/vocabulary-views.js";
import type { RequestContext } from "../context.js";
import { GlossaryTermType, IndustryType, MeasureType, ProblemType, TagType } from "../types/vocabulary.js";

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

const countOf = ({ columns }: Edition, group: ColumnGroup, key: string): number =>
  columns.having(group, key).count();
