import { register } from "tsx/esm/api";

/** What a thread starts with where the program runs from its sources. */
register();
await import("../../src/search/embedded/fill-worker.ts");
