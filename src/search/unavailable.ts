import { AppError } from "../errors.js";

/** The error of an engine that cannot answer now. */
export function searchUnavailable(cause?: unknown): AppError {
  return new AppError(
    "SEARCH_UNAVAILABLE",
    {
      zh: "检索暂不可用：索引正在建立，请稍后再试。",
      en: "Search is not available: the index is being built. Try again in a moment.",
    },
    {},
    { cause },
  );
}
