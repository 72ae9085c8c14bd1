import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";
import type { Page } from "../../catalogue/pages.js";
import { CaseType } from "./case.js";
import { EvidenceType } from "./evidence.js";
import { SourceType } from "./source.js";
import { TownType } from "./town.js";
import { PracticeType } from "./vocabulary.js";

@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, { description: "There is more after it." }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: "There is more before it." }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Of its first item; null on an empty page." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Of its last item; null on an empty page." })
  endCursor!: string | null;
}

/** One page of a list, as the schema has it. `total` becomes `totalCount`. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: number;
}

/** Nodes that are no longer there are left out; their cursors stay good. */
export function connectionOf<Item, Node>(
  page: Page<Item>,
  nodes: readonly (Node | null)[],
): Connection<Node> {
  return {
    nodes: nodesOf(nodes),
    get edges() {
      return edgesOf(page, nodes);
    },
    ...aboutPage(page),
  };
}

const nodesOf = <Node>(nodes: readonly (Node | null)[]): Node[] => nodes.filter((node) => node !== null);

function edgesOf<Item, Node>(page: Page<Item>, nodes: readonly (Node | null)[]): Connection<Node>["edges"] {
  return page.items.flatMap((item, index) => {
    const node = nodes[index] ?? null;
    return node === null ? [] : [{ node, cursor: page.cursorOf(item) }];
  });
}

/** A page of a list that is in memory whole. */
export function connectionOfItems<Node>(page: Page<Node>): Connection<Node> {
  return connectionOf(page, page.items);
}

function aboutPage<Item>({
  items,
  cursorOf,
  ...page
}: Page<Item>): Pick<Connection<Item>, "pageInfo" | "totalCount"> {
  const [first, last] = [items.at(0), items.at(-1)];
  return {
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
    totalCount: page.total,
  };
}

/** A page whose nodes are fetched once `edges` or `nodes` is asked for: counting a list reads nothing. */
export interface LazyConnection<Node> extends Pick<Connection<Node>, "pageInfo" | "totalCount"> {
  readonly edges: () => Promise<Connection<Node>["edges"]>;
  readonly nodes: () => Promise<Connection<Node>["nodes"]>;
}

/** The page, counted now and fetched once at most. */
export function lazyConnectionOf<Item, Node>(
  page: Page<Item>,
  load: () => Promise<readonly (Node | null)[]>,
): LazyConnection<Node> {
  let loading: ReturnType<typeof load> | undefined;
  const loaded = () => (loading ??= load());
  return {
    ...aboutPage(page),
    edges: async () => edgesOf(page, await loaded()),
    nodes: async () => nodesOf(await loaded()),
  };
}

/** The two types of a list of `name`. */
function connectionTypes<Node extends object>(name: string, things: string, node: ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `One item of a list of ${things}.`, simpleResolvers: true })
  class EdgeType {
    @Field(() => node, { description: "The item." }) node!: Node;
    @Field(() => String, { description: "Its place in the list; opaque." }) cursor!: string;
  }
  @ObjectType(`${name}Connection`, { description: `One page of a list of ${things}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "The items with their cursors." }) edges!: readonly EdgeType[];
    @Field(() => [node], { description: "The items without their cursors." }) nodes!: readonly Node[];
    @Field(() => PageInfoType, { description: "Where the page stands." }) pageInfo!: PageInfoType;
    @Field(() => Int, { description: "Exact, over all pages." }) totalCount!: number;
  }
  return ConnectionType;
}

export const CaseConnectionType = connectionTypes("Case", "cases", CaseType);
export const TownConnectionType = connectionTypes("Town", "towns", TownType);
export const EvidenceConnectionType = connectionTypes("Evidence", "evidence", EvidenceType);
export const PracticeConnectionType = connectionTypes("Practice", "practices", PracticeType);
export const SourceConnectionType = connectionTypes("Source", "sources", SourceType);

@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, description: "How many, 1 to 100; 20 unless told." })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "The cursor after which the page begins." })
  after?: string | null;
}

@ArgsType()
export class PageArgs extends ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many from the end, 1 to 100; not together with `first`.",
  })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "The cursor before which the page ends." })
  before?: string | null;
}
