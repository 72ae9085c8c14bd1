import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";
import { describeSchema } from "../../src/graphql/describe-schema.js";

/** The schema that is served. */
export const schema = buildSchema(describeSchema());

type Field = GraphQLField<unknown, unknown>;

/** A field of the schema, and how to reach an object that has it. */
export interface ReachableField {
  /** `Case.evidence` */
  readonly name: string;
  readonly field: Field;
  /** Fields from the root to its object, each with what it needs to be asked. */
  readonly path: readonly string[];
}

/** An argument of a field, or a field of an argument that is an object. */
export interface Place {
  /** `cases(filter.tags:)`, with the type before it. */
  readonly name: string;
  readonly reachable: ReachableField;
  readonly argument: GraphQLArgument;
  /** The field inside the argument; null: the argument itself. */
  readonly inside: string | null;
  /** The name of the type without list and non-null. */
  readonly type: string;
  readonly isList: boolean;
}

/** Every field of every object type, by the shortest way without required arguments. */
export function reachableFields(): ReachableField[] {
  const found: ReachableField[] = [];
  const waiting: { type: GraphQLObjectType; path: readonly string[] }[] = [];
  const seen = new Set<string>();
  const reach = (type: unknown, path: readonly string[]): void => {
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    waiting.push({ type, path });
  };
  reach(schema.getQueryType(), []);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { type, path } = next;
    for (const field of Object.values(type.getFields())) {
      found.push({ name: `${type.name}.${field.name}`, field, path });
      if (field.args.some(isRequiredArgument)) continue;
      const isPaged = field.args.some(({ name }) => name === "first");
      reach(getNamedType(field.type), [...path, isPaged ? `${field.name}(first: 1)` : field.name]);
    }
  }
  return found;
}

/** Every place in the schema that takes a value: arguments, and the fields of those that are objects. */
export function placesForValues(): Place[] {
  return reachableFields().flatMap((reachable) =>
    reachable.field.args.flatMap((argument): Place[] => {
      const place = (type: GraphQLArgument["type"], inside: string | null): Place => ({
        name: `${reachable.name}(${argument.name}${inside === null ? "" : `.${inside}`}:)`,
        ...{ reachable, argument, inside },
        type: getNamedType(type).name,
        isList: isListType(getNullableType(type)),
      });
      const type = getNamedType(argument.type);
      if (!isInputObjectType(type)) return [place(argument.type, null)];
      return Object.values(type.getFields()).map((field) => place(field.type, field.name));
    }),
  );
}

/** An operation, as the test app takes it. */
export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Asks for a field with these arguments; what else it needs is harmless. */
export function fieldWith(
  { field, path }: ReachableField,
  args: Readonly<Record<string, unknown>>,
  selection = "__typename",
): Asked {
  const given = field.args.filter(({ name }) => name in args);
  const needed = field.args.filter((one) => !(one.name in args) && isRequiredArgument(one));
  const written = [
    ...given.map(({ name }) => `${name}: $${name}`),
    ...needed.map((one) => `${one.name}: ${harmless(one)}`),
  ].join(", ");
  const selected = isLeafType(getNamedType(field.type)) ? "" : ` { ${selection} }`;
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const opened = path.map((one) => `${one} { `).join("");
  return {
    query: `query (${declared}) { ${opened}${field.name}(${written})${selected}${" }".repeat(path.length + 1)}`,
    variables: args,
  };
}

/** Asks for a field with a value in this place. */
export function placeWith({ reachable, argument, inside, isList }: Place, value: unknown): Asked {
  const listed = isList ? [value] : value;
  return fieldWith(reachable, { [argument.name]: inside === null ? listed : { [inside]: listed } });
}

function harmless({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  const one = isEnumType(named) ? (named.getValues()[0]?.name ?? "") : '""';
  if (!isListType(getNullableType(type))) return one;
  return isEnumType(named) ? `[${one}]` : "[]";
}
