import * as caseRows from "./case-rows.js";
import * as connectionRows from "./connection-rows.js";
import * as evidenceRows from "./evidence-rows.js";
import * as logRows from "./log-rows.js";
import * as programmeRows from "./programme-rows.js";
import * as townRows from "./town-rows.js";
import * as vocabularyRows from "./vocabulary-rows.js";

/** Every table of the database, for TypeORM. */
export const allRows = [
  vocabularyRows,
  programmeRows,
  townRows,
  caseRows,
  evidenceRows,
  connectionRows,
  logRows,
]
  .flatMap((rows) => Object.values<unknown>(rows))
  .filter((row) => typeof row === "function");
