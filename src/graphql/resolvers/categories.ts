import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { parseCaseFilter } from "../../catalogue/parse-filter.js";
import type { CaseOrder } from "../../catalogue/order.js";
import type { CategoryView } from "../../catalogue/vocabulary-views.js";
import { AppError } from "../../errors.js";
import type { CategoryKey } from "../../terms.js";
import { caseList, type CaseConnection } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { practiceList } from "../vocabulary-lists.js";
import { CaseConnectionType, PageArgs, PracticeConnectionType } from "../types/connections.js";
import { CategoryKeyEnum } from "../types/enums.js";
import { CaseOrderEnum } from "../types/search-enums.js";
import { CaseFilterType } from "../types/inputs.js";
import { CategoryType } from "../types/vocabulary.js";

@Resolver(() => CategoryType)
export class CategoriesResolver {
  @Query(() => [CategoryType], { description: "The five categories, in their order." })
  categories(@Ctx() { edition }: RequestContext): readonly CategoryView[] {
    return edition.vocabulary.categories;
  }

  @Query(() => CategoryType, { description: "One category." })
  category(
    @Ctx() { edition }: RequestContext,
    @Arg("key", () => CategoryKeyEnum, { description: "Its key." }) key: CategoryKey,
  ): CategoryView {
    const found = edition.vocabulary.categories.find((category) => category.key === key);
    if (found) return found;
    throw new AppError(
      "NOT_FOUND",
      { zh: `数据库中没有类别 ${key}。`, en: `The database has no category ${key}.` },
      { argument: "key", value: key },
    );
  }

  @FieldResolver(() => CaseConnectionType, {
    description: "Its cases. A filter by other categories leaves nothing.",
  })
  cases(
    @Root() { key }: CategoryView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("filter", () => CaseFilterType, { nullable: true, description: "Which of them." })
    input: CaseFilterType | null,
    @Arg("orderBy", () => CaseOrderEnum, {
      nullable: true,
      description: "In which order; CATEGORY_ASC unless told.",
    })
    orderBy: CaseOrder | null,
    @Args(() => PageArgs) page: PageArgs,
  ): CaseConnection {
    const filter = parseCaseFilter(input, edition);
    const categories = (filter.categories ?? [key]).filter((one) => one === key);
    return caseList(edition, {
      ...{ list: `Category.cases ${key}`, filter: { ...filter, categories }, orderBy, page, info },
    });
  }

  @FieldResolver(() => PracticeConnectionType, { description: "The practices that its cases use." })
  practices(
    @Root() { key }: CategoryView,
    @Ctx() { edition }: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const { columns, vocabulary } = edition;
    const cases = columns.having("categories", key);
    const used = vocabulary.practices.filter(
      ({ slug }) => columns.having("practices", slug).countWith(cases) > 0,
    );
    return practiceList(`Category.practices ${key}`, used, page);
  }
}
