/** Where traces are made: a span lasts as long as the work, and what the work begins lies within it. */
export interface Spans {
  /** Attributes never say what somebody looks for. */
  within<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;
