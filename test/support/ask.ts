import type { FastifyInstance, LightMyRequestResponse } from "fastify";

/** Posts an operation to `/graphql`. */
export function ask(
  app: FastifyInstance,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method: "POST", url: "/graphql", headers, payload: { query, variables } });
}

/** The parts of an answer with errors that the tests look at. */
export interface ErrorAnswer {
  readonly data?: unknown;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: { readonly cost: { readonly requested: number; readonly maximum: number } };
}

/** The first error of an answer: its code, its message and the rest of its extensions. */
export function firstError(response: LightMyRequestResponse): Record<string, unknown> {
  const error = response.json<ErrorAnswer>().errors[0];
  return { message: error?.message, ...error?.extensions };
}
