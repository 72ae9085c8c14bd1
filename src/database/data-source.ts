import "reflect-metadata";
import type { DataSourceOptions } from "typeorm";
import { migrations } from "./migrations/all-migrations.js";
import { SnakeNaming } from "./naming.js";
import { allRows } from "./rows/all-rows.js";

/**
 * What TypeORM is told on every database. Its connections write and migrate; reads go through a `Reader`, on
 * connections of their own.
 */
export const sharedOptions: Pick<
  DataSourceOptions,
  "entities" | "migrations" | "namingStrategy" | "migrationsTransactionMode" | "synchronize" | "logging"
> = {
  entities: [...allRows],
  migrations: [...migrations],
  namingStrategy: new SnakeNaming(),
  migrationsTransactionMode: "each",
  synchronize: false,
  logging: false,
};
