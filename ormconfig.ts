import { loadConfig } from "./src/config.js";
import { createDataSource } from "./src/database/create-data-source.js";

/** For TypeORM's own command line: `npm run typeorm -- migration:show -d ormconfig.ts`. */
export default createDataSource(loadConfig(process.env).database);
