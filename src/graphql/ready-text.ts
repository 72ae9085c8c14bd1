import type { FormattedExecutionResult } from "graphql";

/**
 * The data of an answer, already as JSON. Made as soon as the data are there: sixteen answers at a time wait on
 * Apollo's way out, and their trees would outlive the young generation.
 */
export class ReadyText {
  constructor(readonly text: string) {}

  /** For whoever looks at the data after all. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The text of an answer. */
export function stringifyAnswer({ data, errors, extensions }: FormattedExecutionResult): string {
  if (!(data instanceof ReadyText) || errors) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const rest = extensions === undefined ? "" : `,"extensions":${JSON.stringify(extensions)}`;
  return `{"data":${data.text}${rest}}\n`;
}
