import { DatabaseError } from "pg";
import { AppError } from "../../errors.js";

/**
 * What callers are told of an error that the driver gave. What the server itself says of a statement is our mistake and
 * stays as it is; everything else comes down to a server that cannot answer now.
 */
export function translated(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return error instanceof DatabaseError && !isPassing(error) ? error : unavailable(error);
}

/** DATABASE_UNAVAILABLE; `cause` is for the log. */
export function unavailable(cause: unknown): AppError {
  return new AppError(
    "DATABASE_UNAVAILABLE",
    {
      zh: "数据库暂不可用，请稍后再试。",
      en: "The database is not available. Try again in a moment.",
    },
    {},
    { cause },
  );
}

/** Whether the same statements may well succeed on another connection, at once. */
export function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof AppError) return false;
  if (!(error instanceof DatabaseError)) return true;
  const code = error.code ?? "";
  return anotherTry.has(code) || code.startsWith("40");
}

/** The server takes a plan that it has kept for wrong, because a table has other columns now. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === "0A000";
}

/** The connection was ended by an administrator or a crash; a plan was stale. Class 40 is a conflict between transactions. */
const anotherTry: ReadonlySet<string> = new Set(["57P01", "57P02", "57P05", "0A000"]);

/**
 * SQLSTATE classes (PostgreSQL, appendix A) that say how the server is, not what is wrong with the statement: broken
 * connection, who may connect, conflict, resources, lock or time limit, operator, system. And a server that has become
 * a replica refuses to write.
 */
function isPassing({ code = "" }: DatabaseError): boolean {
  return ["08", "28", "3D", "40", "53", "55", "57", "58"].includes(code.slice(0, 2)) || code === "25006";
}
