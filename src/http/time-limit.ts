import { AppError } from "../errors.js";

/**
 * What the work gives, unless it takes longer; what it gives later is nobody's. Fastify has a limit of its own, which
 * makes an `AbortController` of each request and aborts it at its end: a twentieth of what a list page costs.
 * @throws {AppError} OPERATION_TIMED_OUT
 */
export function withinTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new AppError("OPERATION_TIMED_OUT", { en: "The operation took too long.", zh: "操作超时。" }));
    };
    const timer = setTimeout(refuse, ms);
    const settle =
      <Value>(end: (value: Value) => void) =>
      (value: Value): void => {
        clearTimeout(timer);
        // Work that never lets anybody in between lets no timer in either.
        if (performance.now() - begun > ms) refuse();
        else end(value);
      };
    work.then(settle(resolve), settle<Error>(reject));
  });
}
