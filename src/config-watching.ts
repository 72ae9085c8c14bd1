/** At least one of both is given. */
export interface MetricsConfig {
  /** Who asks must have it; null: anybody may ask. */
  readonly token: string | null;
  /** A port for the metrics alone, 0: any free one; null: they are on the service's. */
  readonly port: number | null;
}

interface MetricsVariables {
  readonly EXEMPLAR_METRICS_TOKEN?: string | undefined;
  readonly EXEMPLAR_METRICS_PORT?: number | undefined;
}

/** Null: nobody asks for metrics. */
export function metricsOf(value: MetricsVariables): MetricsConfig | null {
  const { EXEMPLAR_METRICS_TOKEN: token = null, EXEMPLAR_METRICS_PORT: port = null } = value;
  return token === null && port === null ? null : { token, port };
}

interface TracingVariables {
  readonly OTEL_SDK_DISABLED?: string | undefined;
  readonly OTEL_TRACES_EXPORTER?: "otlp" | "none" | undefined;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
}

/** Whether traces are sent; where to and how many, OpenTelemetry's library reads itself. */
export function isTraced(value: TracingVariables): boolean {
  if (value.OTEL_SDK_DISABLED?.toLowerCase() === "true") return false;
  if (value.OTEL_TRACES_EXPORTER) return value.OTEL_TRACES_EXPORTER === "otlp";
  return Boolean(value.OTEL_EXPORTER_OTLP_ENDPOINT ?? value.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}
