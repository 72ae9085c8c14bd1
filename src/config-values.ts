import { isIP } from "node:net";
import { fileURLToPath } from "node:url";

/** A variable's text, understood or not. A problem is a half sentence, and never says the value. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** Where a database is: in a SQLite file or on a PostgreSQL server. */
export type DatabaseAddress =
  { readonly kind: "sqlite"; readonly file: string } | { readonly kind: "postgres"; readonly url: string };

/** What a database URL names: a `postgres://` address, or the file of `sqlite:PATH`, `file:PATH`, a `file:///` URL or a path. */
export function databaseAddress(url: string): Reading<DatabaseAddress> {
  return /^postgres(ql)?:/i.test(url)
    ? asAddress(postgresUrl(url), (value) => ({ kind: "postgres", url: value }))
    : asAddress(sqliteFile(url), (file) => ({ kind: "sqlite", file }));
}

/** The address of a PostgreSQL database, as its own client libraries write it. */
export function postgresUrl(url: string): Reading<string> {
  if (!/^postgres(ql)?:\/\//i.test(url) || !URL.canParse(url)) {
    return {
      problem: "must be postgres://USER:PASSWORD@HOST:PORT/DATABASE; special characters are written as %XX",
    };
  }
  const { username, password, pathname } = new URL(url);
  if (![username, password, pathname].every(isDecodable)) {
    return { problem: "has a % that is not followed by two hexadecimal digits; % itself is written as %25" };
  }
  return pathname.length > 1 ? { value: url } : { problem: "names no database" };
}

/** Addresses and CIDR ranges with commas between them. */
export function addresses(list: string): Reading<readonly string[]> {
  const parts = list.split(",").map((part) => part.trim());
  return parts.every(isAddressOrRange)
    ? { value: parts }
    : { problem: "must be addresses or CIDR ranges with commas between them" };
}

/** An absolute `http` or `https` URL that more can be put behind; without the slash at its end. */
export function webAddress(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.username === "" && url.password === "" && !/[?#]/.test(text);
  return isPlain && /^https?:$/.test(url.protocol)
    ? { value: url.href.replace(/\/+$/, "") }
    : { problem: "must be an http or https URL without a name, a query or a fragment" };
}

/** The known name with the fewest letters to change. */
function nearestName(name: string, known: readonly string[]): string {
  return known.toSorted((a, b) => lettersToChange(name, a) - lettersToChange(name, b))[0] ?? "";
}

function asAddress<T>(reading: Reading<T>, address: (value: T) => DatabaseAddress): Reading<DatabaseAddress> {
  return "value" in reading ? { value: address(reading.value) } : reading;
}

function sqliteFile(url: string): Reading<string> {
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "sqlite" && scheme !== "file") {
    return { problem: "must be postgres://…, sqlite:PATH, file:PATH or a path" };
  }
  const path = scheme === undefined ? url : pathBehind(scheme, url.slice(scheme.length + 1));
  if (path === "") return { problem: "names no file" };
  if (path === ":memory:") return { problem: "must be a file, because it is opened more than once" };
  return { value: path };
}

/** `file:///a%20b` is a URL; in `sqlite:///a`, `sqlite:a` and `file:a` a path follows the word. */
function pathBehind(scheme: string, rest: string): string {
  if (scheme === "sqlite" || !rest.startsWith("//")) return rest.replace(/^\/\//, "");
  try {
    return fileURLToPath(`file:${rest}`);
  } catch {
    return "";
  }
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function isAddressOrRange(part: string): boolean {
  const [address = "", bits, ...rest] = part.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Levenshtein's distance. */
function lettersToChange(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** What is wrong with names that look like ours and are none of `known`; those of the tests are the tests' own. */
export function unknownNames(
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] {
  const ours = known.filter((name) => name.startsWith("EXEMPLAR_"));
  return Object.keys(env)
    .filter((name) => name.startsWith("EXEMPLAR_") && !OF_THE_TESTS.test(name))
    .filter((name) => env[name] && !ours.includes(name))
    .map((name) => `${name}: is not a variable of ours; did you mean ${nearestName(name, ours)}?`);
}

const OF_THE_TESTS = /^EXEMPLAR_(?:TEST_|REQUIRE_MEILISEARCH$)/;
