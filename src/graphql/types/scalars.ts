import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** RFC 3339, UTC: `2026-11-24T00:00:00.000Z`. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment, as RFC 3339 in UTC: `2026-11-24T08:30:00.000Z`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    throw new GraphQLError("DateTime cannot be made of this value");
  },
  parseValue: momentOf,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return momentOf(node.value);
    throw new GraphQLError("DateTime must be a string, as RFC 3339: `2026-11-24T08:30:00Z`.", {
      nodes: node,
    });
  },
});

/** A year, a month or a day: a source rarely gives the day. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description:
    "A date as exact as its source: `2019`, `2019-07` or `2019-07-05`. What a source leaves undated is null.",
  serialize: String,
  parseValue: partialDateOf,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return partialDateOf(node.value);
    throw new GraphQLError("PartialDate must be a string: `2019`, `2019-07` or `2019-07-05`.", {
      nodes: node,
    });
  },
});

export const UrlScalar = new GraphQLScalarType<string, string>({
  name: "URL",
  description: "An absolute address (RFC 3986).",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3986",
  serialize: String,
});

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

function momentOf(value: unknown): Date {
  const isWritten = typeof value === "string" && RFC_3339.test(value) && isDay(value.slice(0, 10));
  const moment = isWritten ? new Date(value) : null;
  if (moment === null || Number.isNaN(moment.getTime())) {
    throw new GraphQLError("DateTime must be a moment as RFC 3339: `2026-11-24T08:30:00Z`.");
  }
  return moment;
}

const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

function partialDateOf(value: unknown): string {
  const isWritten = typeof value === "string" && PARTIAL_DATE.test(value);
  if (isWritten && (value.length < 10 || isDay(value))) return value;
  throw new GraphQLError("PartialDate must be `2019`, `2019-07` or `2019-07-05`.");
}

/** `new Date` takes the 30th of February for the 2nd of March. */
function isDay(date: string): boolean {
  const day = new Date(date);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
