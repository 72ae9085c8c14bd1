import type { QueryConfig } from "pg";
import type { Query } from "../reader.js";
import { numbered } from "../statement.js";

/** Names for prepared statements: the server plans a text once a connection, under its name. */
export interface Statements {
  prepared(query: Query): QueryConfig;
  /** From now on every text has another name, and is planned anew. */
  renew(): void;
}

export function createStatements(): Statements {
  let named = new Map<string, { readonly name: string; readonly text: string }>();
  let count = 0;
  return {
    prepared({ text, parameters = [] }) {
      let statement = named.get(text);
      if (!statement) named.set(text, (statement = { name: `exemplar_${++count}`, text: numbered(text) }));
      return { ...statement, values: [...parameters] };
    },
    renew() {
      named = new Map();
    },
  };
}
