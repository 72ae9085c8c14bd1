import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionNode } from "graphql";

/** Whether a field is asked for directly below the one that is being resolved, fragments included. */
export function isSelected(info: GraphQLResolveInfo, name: string): boolean {
  const selects = (nodes: readonly SelectionNode[]): boolean =>
    nodes.some((node) => {
      if (node.kind === Kind.FIELD) return node.name.value === name;
      if (node.kind === Kind.INLINE_FRAGMENT) return selects(node.selectionSet.selections);
      return selects(info.fragments[node.name.value]?.selectionSet.selections ?? []);
    });
  return info.fieldNodes.some((node: FieldNode) => selects(node.selectionSet?.selections ?? []));
}
