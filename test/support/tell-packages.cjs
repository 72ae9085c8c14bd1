// Preloaded into a program: says at its end which packages for metrics and traces it has loaded.
process.on("exit", () => {
  const names = Object.keys(require.cache).flatMap((file) => {
    const found = /node_modules\/(prom-client|@opentelemetry\/[^/]+)\//.exec(file);
    return found ? [found[1]] : [];
  });
  process._rawDebug(`packages: [${[...new Set(names)].sort().join(" ")}]`);
});
