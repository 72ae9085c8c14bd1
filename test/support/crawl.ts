import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";
import { costOf } from "../../src/graphql/cost.js";
import { limits } from "../../src/graphql/limits.js";
import { listSizes } from "../../src/graphql/list-sizes.js";
import type { TestApp } from "./app.js";
import { schema } from "./schema-fields.js";

/** An object with an id, as some answer showed it: its type, its scalars and its labels. */
export interface Mention {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Crawl {
  /** Each object as it was shown at each place. */
  readonly mentions: readonly Mention[];
  /** All answers, as they were sent. */
  readonly text: string;
}

/** Asks for everything that the API shows: from the root fields along every field to every object with an id. */
export async function crawl(app: Pick<TestApp, "ask">): Promise<Crawl> {
  const mentions: Mention[] = [];
  const answers: string[] = [];
  const seen = new Set<string>();
  const waiting = new Map<string, string[]>();

  const ask = async (query: string, variables: object = {}): Promise<void> => {
    const answer = await app.ask(query, variables);
    if (answer.errors) throw new Error(`${query}\n${JSON.stringify(answer.errors)}`);
    answers.push(JSON.stringify(answer.data));
    for (const mention of mentionsIn(answer.data)) {
      mentions.push(mention);
      if (seen.has(mention.id)) continue;
      seen.add(mention.id);
      waiting.set(mention.__typename, [...(waiting.get(mention.__typename) ?? []), mention.id]);
    }
  };

  const query = schema.getQueryType();
  for (const field of query ? askableFields(query) : []) await ask(`{ ${selectionOf(field)} }`);
  for (const field of ["cases", "sources", "towns", "practices"] as const) {
    await ask(`{ ${field}(last: 100) { nodes { __typename id } } }`);
  }
  for (let [next] = waiting; next; [next] = waiting) {
    const [type, ids] = next;
    waiting.delete(type);
    for (const document of documentsOf(type)) {
      const size = batchSize(document);
      for (let start = 0; start < ids.length; start += size) {
        await ask(document, { ids: ids.slice(start, start + size) });
      }
    }
  }
  return { mentions, text: answers.join("\n") };
}

/** An operation that finds objects of a type again and shows each as a mention does. */
export function refetchOf(typeName: string): string {
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${typeName} { ${plainFields(objectType(typeName))} } } }`;
}

/** One operation for each field that leads on, so that none costs too much. */
function documentsOf(typeName: string): string[] {
  const leading = askableFields(objectType(typeName)).filter((field) => !isPlain(field));
  return leading.map(
    (field) =>
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${typeName} { ${selectionOf(field)} } } }`,
  );
}

function batchSize(document: string): number {
  const cost = costOf(schema, parse(document), null, { ids: ["x"] }, listSizes);
  return Math.max(1, Math.min(100, Math.floor(limits.maxCost / cost)));
}

function selectionOf(field: GraphQLField<unknown, unknown>, within: readonly string[] = []): string {
  const type = getNamedType(field.type);
  const isPaged = field.args.some(({ name }) => name === "first");
  const name = isPaged ? `${field.name}(first: ${type.name === "CaseConnection" ? 30 : 100})` : field.name;
  if (isLeafType(type)) return name;
  if (isInterfaceType(type)) return `${name} { __typename id }`;
  if (!isObjectType(type)) return "";
  if (isNode(type)) return `${name} { __typename ${plainFields(type)} }`;
  if (within.includes(type.name)) return "";
  const inner = askableFields(type)
    .filter((one) => one.name !== "edges" || !("nodes" in type.getFields()))
    .map((one) => selectionOf(one, [...within, type.name]));
  return inner.join("") === "" ? "" : `${name} { ${inner.join(" ")} }`;
}

const plainFields = (type: GraphQLObjectType): string =>
  askableFields(type)
    .filter(isPlain)
    .map((field) => selectionOf(field))
    .join(" ");

/** A scalar, or an object of nothing but scalars such as a label. */
function isPlain(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return true;
  return (
    isObjectType(type) &&
    !isNode(type) &&
    askableFields(type).every((one) => isLeafType(getNamedType(one.type)))
  );
}

const askableFields = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));

const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === "Node");

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

function mentionsIn(value: unknown): Mention[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((one) => mentionsIn(one));
  return isMention(value) ? [plainPartOf(value), ...inner] : inner;
}

const isMention = (value: object): value is Mention => "id" in value && "__typename" in value;

function plainPartOf(mention: Mention): Mention {
  const fields = objectType(mention.__typename).getFields();
  const entries = Object.entries(mention).filter(
    ([name]) => name in fields && fields[name] && isPlain(fields[name]),
  );
  return { ...Object.fromEntries(entries), __typename: mention.__typename, id: mention.id };
}
