import { createSchema, sdlOf } from "./schema.js";

/** The schema as text, without anything behind it. */
export function describeSchema(): string {
  const absent = () => Promise.reject(new Error("The schema was made to be described, not to be asked."));
  return sdlOf(createSchema({ version: "", publicUrl: null, searchState: absent, searchCases: absent }));
}
