import type { IncomingMessage } from "node:http";
import { normalizedOperation } from "../../graphql/normalized-operation.js";

/** Requests with one key have one answer. */
export interface RequestKeys {
  /** Of these very bytes. */
  readonly exact: string;
  /** Of what they mean: the same for other white space and another order of variables. Costs more than `exact`. */
  meaning(): string;
}

/** The content type of the answer depends on `Accept`, and nothing of an answer with data on any other header. */
export function requestKeys(request: IncomingMessage, body: Buffer | null): RequestKeys {
  const accept = request.headers.accept ?? "";
  // Each kind of key begins with its own letter: no body may be the meaning of another.
  const exact = `b${accept}\n${body === null ? (request.url ?? "") : body.toString("latin1")}`;
  const meaning = (): string => {
    const operation = body === null ? operationInUrl(request.url ?? "") : operationIn(body);
    return operation === null ? exact : `m${accept}\n${operation}`;
  };
  return { exact, meaning };
}

function operationInUrl(url: string): string | null {
  const { searchParams } = new URL(url, "http://localhost");
  const { variables, ...rest } = Object.fromEntries(searchParams);
  const isPlain = [...searchParams.keys()].length === new Set(searchParams.keys()).size;
  const read = parsed(variables ?? "null");
  return isPlain && read !== undefined ? normalizedOperation({ ...rest, variables: read }) : null;
}

const operationIn = (body: Buffer): string | null => normalizedOperation(parsed(body.toString()));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
