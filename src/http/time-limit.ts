import { AppError } from "../errors.js";

/**
 * What the work gives, unless it takes longer; what it gives later is nobody's. Fastify has a limit of its own, which
 * makes an `AbortController` of each request and aborts it at its end: a twentieth of what a list page costs.
 * @throws {AppError} OPERATION_TIMED_OUT
 */
export function withinTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new AppError("OPERATION_TIMED_OUT", { en: "The operation took too long.", zh: "操作超时。" }));
    }, ms);
    const settle =
      <Value>(end: (value: Value) => void) =>
      (value: Value): void => {
        clearTimeout(timer);
        end(value);
      };
    work.then(settle(resolve), settle<Error>(reject));
  });
}
