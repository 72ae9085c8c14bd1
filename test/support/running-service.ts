import type { RunningProgram } from "./running-program.js";

/** Asks a service that runs in a process of its own; waits until it listens. */
export async function askService<Data>(server: RunningProgram, query: string): Promise<Data> {
  const url = await server.says(/API\s+(\S+)/);
  // A new connection for each, so that of several processes each gets its turn.
  const headers = { connection: "close" };
  const response = await fetch(`${url}?${new URLSearchParams({ query }).toString()}`, { headers });
  return ((await response.json()) as { data: Data }).data;
}

/** The Chinese title of a case. */
export async function titleIn(server: RunningProgram, slug: string): Promise<string | undefined> {
  const query = `{ case(slug: "${slug}") { title { zh } } }`;
  return (await askService<{ case: { title: { zh: string } } }>(server, query)).case.title.zh;
}

/** How many cases a search finds. */
export async function totalIn(server: RunningProgram, text: string): Promise<number> {
  const query = `{ searchCases(query: ${JSON.stringify(text)}) { totalCount } }`;
  return (await askService<{ searchCases: { totalCount: number } }>(server, query)).searchCases.totalCount;
}

/** Stops a service as a service manager does. @returns its exit code */
export async function stopService(server: RunningProgram): Promise<number | null> {
  server.process.kill("SIGTERM");
  return (await server.ended).code;
}
