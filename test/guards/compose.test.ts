import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ConfigError, loadConfig } from "../../src/config.js";

interface Compose {
  readonly services: Readonly<
    Record<string, { readonly image?: string; readonly environment?: Readonly<Record<string, string>> }>
  >;
}

const text = readFileSync(new URL("../../compose.yaml", import.meta.url), "utf8");
const { services } = parse(text) as Compose;
/** As Compose fills variables in, which end the start where they are not set. */
const filled = (value: string): string => value.replaceAll(/\$\{\w+:\?[^}]*\}/g, "x1y2");

test("the containers' configuration is one that the service accepts", () => {
  const environment = Object.entries(services["api"]?.environment ?? {});
  const env = Object.fromEntries(environment.map(([name, value]) => [name, filled(value)]));
  expect(loadConfig(env).database.kind).toBe("postgres");
  expect(loadConfig(env).meilisearch).toMatchObject({ url: "http://search:7700", masterKey: "x1y2" });
  expect(() => loadConfig({ ...env, EXEMPLAR_UNKNOWN: "1" })).toThrow(ConfigError);
});

test("no password has a default, and every image has its version", () => {
  const secrets = Object.values(services)
    .flatMap(({ environment }) => Object.entries(environment ?? {}))
    .filter(([name, value]) => /PASSWORD|KEY|SECRET/.test(name) || /:\/\/[^/]*@/.test(value));
  expect(secrets.length).toBeGreaterThan(1);
  for (const [, value] of secrets) expect(value).toMatch(/\$\{\w+:\?[^}]*\}/);
  for (const { image } of Object.values(services)) {
    if (image !== undefined) expect(image).toMatch(/:v?\d+\.\d+/);
  }
});
