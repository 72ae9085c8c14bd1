import {
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from "graphql";

export type Variables = Readonly<Record<string, unknown>>;

/** Reads arguments before execution has checked them: what is not of the right kind is taken for absent. */
export interface ArgumentReader {
  /** False under `@skip(if: true)` and `@include(if: false)`. */
  isIncluded(node: SelectionNode): boolean;
  /** The number an argument has, from the document, a variable or the schema. */
  number(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): number | null;
  /** How many values a list argument has; one value stands for a list of one. */
  length(node: FieldNode, name: string): number;
}

/** A reader for the fields of one operation under its variables. */
export function createArgumentReader(
  operation: OperationDefinitionNode,
  variables: Variables,
): ArgumentReader {
  const values: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    values[name] = variables[name] ?? (defaultValue && valueFromASTUntyped(defaultValue));
  }
  return { isIncluded, number, length };

  function isIncluded(node: SelectionNode): boolean {
    return (node.directives ?? []).every((directive) => {
      const name = directive.name.value;
      const condition = valueOf(directive.arguments?.find((one) => one.name.value === "if")?.value);
      if (name === "skip") return condition !== true;
      return name !== "include" || condition !== false;
    });
  }

  function number(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): number | null {
    const given = argument(node, name) ?? field.args.find((one) => one.name === name)?.defaultValue;
    return typeof given === "number" && Number.isFinite(given) ? given : null;
  }

  function length(node: FieldNode, name: string): number {
    const given = argument(node, name);
    return Array.isArray(given) ? given.length : Number(given !== undefined && given !== null);
  }

  function argument(node: FieldNode, name: string): unknown {
    return valueOf(node.arguments?.find((one) => one.name.value === name)?.value);
  }

  function valueOf(node: ValueNode | undefined): unknown {
    return node && valueFromASTUntyped(node, values);
  }
}
