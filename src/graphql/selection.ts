import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionNode } from "graphql";

/** Whether a field is asked for below the one that is being resolved, by the names that lead to it, from the first. */
export function isSelected(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  return selectedAt(info, ...path).length > 0;
}

/** Every place where that field is asked for; fragments count whatever their type, and directives for nothing. */
export function selectedAt(info: GraphQLResolveInfo, ...path: readonly string[]): readonly FieldNode[] {
  return path.reduce<readonly FieldNode[]>(
    (fields, name) => fieldsBelow(info, fields).filter((field) => field.name.value === name),
    info.fieldNodes,
  );
}

/** The fields directly below these. */
export function fieldsBelow(info: GraphQLResolveInfo, fields: readonly FieldNode[]): readonly FieldNode[] {
  const fieldsIn = (nodes: readonly SelectionNode[]): readonly FieldNode[] =>
    nodes.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsIn(node.selectionSet.selections);
      return fieldsIn(info.fragments[node.name.value]?.selectionSet.selections ?? []);
    });
  return fields.flatMap(({ selectionSet }) => fieldsIn(selectionSet?.selections ?? []));
}
