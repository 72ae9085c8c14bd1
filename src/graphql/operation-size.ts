import { Kind, type DocumentNode, type FieldNode, type SelectionNode, type SelectionSetNode } from "graphql";

/** How much a selection asks for, fragments written out at each use. */
export interface OperationSize {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the outermost level, without those that begin with `__`. */
  readonly rootFields: number;
  readonly introspectionDepth: number;
  readonly introspectionRootFields: number;
}

/**
 * A measure for operations of one document. Each fragment is measured once, so that fragments which use each
 * other many times take no longer; fragments in a circle end where the circle closes.
 */
export function createOperationMeasure(document: DocumentNode): (root: SelectionSetNode) => OperationSize {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const measured = new Map<string, OperationSize>();
  return sizeOfSet;

  function sizeOfSet(set: SelectionSetNode | undefined): OperationSize {
    return (set?.selections ?? []).map(sizeOfSelection).reduce(together, nothing);
  }

  function sizeOfSelection(node: SelectionNode): OperationSize {
    const size = node.kind === Kind.FIELD ? sizeOfField(node) : sizeOfFragment(node);
    return { ...size, directives: size.directives + (node.directives?.length ?? 0) };
  }

  function sizeOfField(field: FieldNode): OperationSize {
    const inner = sizeOfSet(field.selectionSet);
    const name = field.name.value;
    const isIntrospection = name === "__schema" || name === "__type";
    const depth = inner.depth + 1;
    return {
      aliases: inner.aliases + (field.alias ? 1 : 0),
      directives: inner.directives,
      depth: isIntrospection ? 0 : depth,
      rootFields: name.startsWith("__") ? 0 : 1,
      introspectionDepth: isIntrospection ? depth : 0,
      introspectionRootFields: isIntrospection ? 1 : 0,
    };
  }

  function sizeOfFragment(node: Exclude<SelectionNode, FieldNode>): OperationSize {
    if (node.kind === Kind.INLINE_FRAGMENT) return sizeOfSet(node.selectionSet);
    const name = node.name.value;
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const size = sizeOfSet(fragments.get(name)?.selectionSet);
    measured.set(name, size);
    return size;
  }
}

const nothing: OperationSize = {
  depth: 0,
  aliases: 0,
  directives: 0,
  rootFields: 0,
  introspectionDepth: 0,
  introspectionRootFields: 0,
};

function together(a: OperationSize, b: OperationSize): OperationSize {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    rootFields: a.rootFields + b.rootFields,
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    introspectionRootFields: a.introspectionRootFields + b.introspectionRootFields,
  };
}
