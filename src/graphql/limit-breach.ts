import { AppError, type ErrorCode } from "../errors.js";
import type { Limits } from "./limits.js";
import type { Label } from "../terms.js";

interface Breach {
  readonly code: ErrorCode;
  /** What there is too much of, as the subject of the sentence. */
  readonly what: Label;
}

const breaches = {
  maxTokens: {
    code: "TOO_MANY_TOKENS",
    what: { en: "number of tokens of the document", zh: "文档的词元数" },
  },
  maxDepth: { code: "TOO_DEEP", what: { en: "depth of the operation", zh: "操作的嵌套深度" } },
  maxAliases: { code: "TOO_MANY_ALIASES", what: { en: "number of aliases", zh: "别名数" } },
  maxRootFields: { code: "TOO_MANY_ROOT_FIELDS", what: { en: "number of root fields", zh: "根字段数" } },
  maxOperations: {
    code: "TOO_MANY_OPERATIONS",
    what: { en: "number of operations in the document", zh: "文档中的操作数" },
  },
  maxDirectives: { code: "TOO_MANY_DIRECTIVES", what: { en: "number of directives", zh: "指令数" } },
  maxIntrospectionDepth: {
    code: "TOO_DEEP",
    what: { en: "depth of the introspection", zh: "内省的嵌套深度" },
  },
  maxIntrospectionRootFields: {
    code: "TOO_MANY_ROOT_FIELDS",
    what: { en: "number of introspection root fields", zh: "内省根字段数" },
  },
  maxCost: { code: "TOO_COSTLY", what: { en: "cost of the operation", zh: "操作的开销" } },
} as const satisfies Partial<Record<keyof Limits, Breach>>;

export type BreakableLimit = keyof typeof breaches;

/** The error of a request that is over a limit. It names the limit, its number and what was sent. */
export function limitBreach(name: BreakableLimit, limit: number, sent: number): AppError {
  const { code, what } = breaches[name];
  const label = {
    en: `The ${what.en} is ${sent}; the limit (${name}) is ${limit}.`,
    zh: `${what.zh}为 ${sent}，上限（${name}）为 ${limit}。`,
  };
  return new AppError(code, label, { limitName: name, limit, sent });
}
