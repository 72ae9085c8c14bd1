import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { createArgumentReader, type Variables } from "./argument-values.js";
import { limits } from "./limits.js";

/** How many objects an unpaged list is taken to have, by `Type.field`; a field may also say so itself. */
export type ListSizes = Readonly<Record<string, number>>;

const DEFAULT_LIST_SIZE = 10;
/** Counted over everything that matches, not over the page. */
const FACETS_COST = 5;
const TOTAL_COUNT_COST = 1;

/**
 * What an operation asks for, before it runs: roughly the number of objects in the answer.
 * An object costs 1 and a scalar nothing. What is inside `edges` or `nodes` costs as often as the page has
 * entries, what is inside another list as often as the list says (`complexity: { listSize }` in the field's
 * extensions, `listSizes`, or 10). Beside the entries, `totalCount` costs 1, `facets` 5, each once.
 * Fields under `@skip` or without `@include` cost nothing; introspection costs nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  variables: Variables = {},
  listSizes: ListSizes = {},
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return 0;
  const read = createArgumentReader(operation, variables);
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  // By fragment and page size: fragments that use each other many times are counted once, and circles end.
  const counted = new Map<string, number>();
  return costOfSet(operation.selectionSet, root, null);

  /** `pageSize` is set inside a connection: how many entries it was asked for. */
  function costOfSet(set: SelectionSetNode, type: GraphQLCompositeType, pageSize: number | null): number {
    return set.selections
      .filter((node) => read.isIncluded(node))
      .reduce((sum, node) => sum + costOfSelection(node, type, pageSize), 0);
  }

  function costOfSelection(node: SelectionNode, type: GraphQLCompositeType, pageSize: number | null): number {
    if (node.kind === Kind.FIELD) return costOfField(node, type, pageSize);
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = node.typeCondition ? typeFromAST(schema, node.typeCondition) : type;
      return isCompositeType(narrowed) ? costOfSet(node.selectionSet, narrowed, pageSize) : 0;
    }
    return costOfFragment(node.name.value, pageSize);
  }

  function costOfFragment(name: string, pageSize: number | null): number {
    const key = `${name} ${String(pageSize)}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    counted.set(key, 0);
    const fragment = fragments.get(name);
    const type = fragment && typeFromAST(schema, fragment.typeCondition);
    const cost = isCompositeType(type) && fragment ? costOfSet(fragment.selectionSet, type, pageSize) : 0;
    counted.set(key, cost);
    return cost;
  }

  function costOfField(node: FieldNode, parent: GraphQLCompositeType, pageSize: number | null): number {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !type) return 0;
    if (isLeafType(type)) return pageSize !== null && field.name === "totalCount" ? TOTAL_COUNT_COST : 0;
    if (!isCompositeType(type) || !node.selectionSet) return 0;
    if (isConnection(type)) return 1 + costOfSet(node.selectionSet, type, pageSizeOf(node, field));
    const inner = costOfSet(node.selectionSet, type, null);
    if (pageSize !== null && field.name === "facets") return FACETS_COST + inner;
    return entriesOf(node, field, parent, pageSize) * (1 + inner);
  }

  function entriesOf(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
    pageSize: number | null,
  ): number {
    if (!isListType(getNullableType(field.type))) return 1;
    if (pageSize !== null && (field.name === "edges" || field.name === "nodes")) return pageSize;
    const names = new Set(field.args.map((argument) => argument.name));
    if (names.has("ids")) return read.length(node, "ids");
    if (names.has("first") || names.has("last")) return pageSizeOf(node, field);
    return declaredSize(field) ?? listSizes[`${parent.name}.${field.name}`] ?? DEFAULT_LIST_SIZE;
  }

  function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const asked = ["first", "last"].flatMap((name) => read.number(node, field, name) ?? []);
    const size = asked.length > 0 ? Math.max(...asked) : limits.defaultPageSize;
    return Math.min(Math.max(size, 0), limits.maxPageSize);
  }
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isConnection(type: GraphQLCompositeType): boolean {
  return type.name.endsWith("Connection") && fieldOf(type, "pageInfo") !== undefined;
}

function declaredSize(field: GraphQLField<unknown, unknown>): number | null {
  const complexity: unknown = field.extensions["complexity"];
  if (typeof complexity !== "object" || complexity === null || !("listSize" in complexity)) return null;
  return typeof complexity.listSize === "number" ? complexity.listSize : null;
}
