import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { seededRandom, type Random } from "./random.js";

export interface GeneratedDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Texts that mean something to some argument, so that not every answer is empty. */
export interface Words {
  readonly strings: readonly string[];
  readonly ids: readonly string[];
}

const MAX_DEPTH = 6;

/** Valid documents over a schema: arguments, variables, nulls, aliases, directives, fragments of both kinds. */
export function generateDocument(schema: GraphQLSchema, seed: number, words: Words): GeneratedDocument {
  const writer = new DocumentWriter(schema, seededRandom(seed), words);
  return writer.write();
}

class DocumentWriter {
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly fragments: string[] = [];
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly words: Words,
  ) {}

  write(): GeneratedDocument {
    const root = this.schema.getQueryType();
    if (!root) throw new Error("the schema has no query type");
    const selection = this.selectionOf(root, 1);
    const head = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    const query = [`query Generated${head} ${selection}`, ...this.fragments].join("\n");
    return { query, variables: this.variables };
  }

  private selectionOf(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) return `{ __typename ${this.branchesOf(type, depth)} }`;
    const fields = Object.values((type as GraphQLObjectType).getFields());
    const open = fields.filter((field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)));
    const count = this.random.between(1, depth === 1 ? 2 : 4);
    const chosen = this.random.some(open, count).map((field) => this.fieldOf(field, depth));
    const parts = ["__typename", ...chosen];
    return this.random.oneIn(6) ? `{ ${this.asFragment(type, parts)} }` : `{ ${parts.join(" ")} }`;
  }

  private branchesOf(type: GraphQLNamedType, depth: number): string {
    if (!isAbstractType(type)) return "";
    const types = this.random.some(this.schema.getPossibleTypes(type), 3);
    return types.map((one) => `... on ${one.name} ${this.selectionOf(one, depth + 1)}`).join(" ");
  }

  private asFragment(type: GraphQLNamedType, parts: readonly string[]): string {
    if (this.random.oneIn(2)) return `... on ${type.name}${this.directive()} { ${parts.join(" ")} }`;
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(" ")} }`);
    return `...${name}${this.directive()}`;
  }

  private fieldOf(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const given = field.args.filter((arg) => isRequiredArgument(arg) || this.wants(arg));
    const args = given.map((arg) => `${arg.name}: ${this.argumentOf(arg)}`);
    // Two uses of one field with other arguments need other names.
    const alias = `a${this.aliases++}: `;
    const below = isLeafType(type) ? "" : ` ${this.selectionOf(type, depth + 1)}`;
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${this.directive()}${below}`;
  }

  private wants({ name }: GraphQLArgument): boolean {
    // Short pages; forward ones, which every list has.
    if (name === "first") return true;
    return !["last", "before", "after"].includes(name) && this.random.oneIn(3);
  }

  private argumentOf({ name, type }: GraphQLArgument): string {
    const value = name === "first" ? this.random.between(1, 3) : this.valueOf(type, 0);
    if (!this.random.oneIn(2)) return this.literalOf(type, value);
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: ${String(type)}`);
    this.variables[variable] = value;
    return `$${variable}`;
  }

  private directive(): string {
    if (!this.random.oneIn(8)) return "";
    const name = this.random.of(["skip", "include"]);
    const value = this.random.oneIn(2);
    if (this.random.oneIn(2)) return ` @${name}(if: ${value})`;
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: Boolean!`);
    this.variables[variable] = value;
    return ` @${name}(if: $${variable})`;
  }

  private valueOf(type: GraphQLInputType, depth: number): unknown {
    return !isNonNullType(type) && this.random.oneIn(8) ? null : this.present(type, depth);
  }

  private present(type: GraphQLInputType, depth: number): unknown {
    if (isEnumType(type)) return this.random.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = fields.filter(
        (field) => isRequiredInputField(field) || (depth < 2 && this.random.oneIn(5)),
      );
      return Object.fromEntries(chosen.map((field) => [field.name, this.valueOf(field.type, depth + 1)]));
    }
    if (isNonNullType(type)) return this.present(type.ofType, depth);
    if (isListType(type)) {
      return Array.from({ length: this.random.between(0, 2) }, () => this.present(type.ofType, depth));
    }
    if (type.name === "Int") return this.random.between(0, 4);
    if (type.name === "Float") return this.random.between(0, 4000) / 10;
    if (type.name === "Boolean") return this.random.oneIn(2);
    if (type.name === "ID") return this.random.of(this.words.ids);
    if (type.name === "PartialDate") return this.random.of(["2019", "2020-07", "2019-07-05"]);
    if (type.name === "DateTime") return "2026-01-01T00:00:00.000Z";
    return this.random.of(this.words.strings);
  }

  private literalOf(type: GraphQLInputType, value: unknown): string {
    if (value === null) return "null";
    if (isNonNullType(type)) return this.literalOf(type.ofType, value);
    if (isListType(type)) {
      return `[${(value as unknown[]).map((item) => this.literalOf(type.ofType, item)).join(", ")}]`;
    }
    if (isEnumType(type)) return String(value);
    if (!isInputObjectType(type)) return JSON.stringify(value);
    const fields = type.getFields();
    const parts = Object.entries(value as object).map(([name, part]) => {
      const field = fields[name];
      return `${name}: ${field ? this.literalOf(field.type, part) : "null"}`;
    });
    return `{ ${parts.join(", ")} }`;
  }
}
