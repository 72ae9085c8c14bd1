import { systemClock } from "../clock.js";
import { loadConfig } from "../config.js";
import { seedFromFiles } from "../content/seed-from-files.js";
import { openStorage } from "../database/open-database.js";
import { seedsFolder } from "../project-folders.js";
import { runCommand } from "./command.js";

/** `npm run seed`: brings the database to what the seed files say; a running server follows by itself. */
await runCommand("seed", async () => {
  const config = loadConfig(process.env);
  const storage = await openStorage({ database: config.database, clock: systemClock });
  try {
    const { changed, gone } = await seedFromFiles(storage.unitOfWork, seedsFolder);
    const revision = await storage.changeLog.contentRevision();
    return `${changed.length} records written, ${gone.length} withdrawn; content revision ${revision}`;
  } finally {
    await storage.close();
  }
});
