/** All metrics as Prometheus reads them. Rejects when a worker does not say its part in time. */
export type MetricsText = () => Promise<string>;

export const metricsType = "text/plain; version=0.0.4; charset=utf-8";
