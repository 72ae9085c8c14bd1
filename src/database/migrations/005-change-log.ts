import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import { createTables, dropTables, integer, key, optional, table, text } from "./tables.js";

/** The content revision, the outbox, the audit log and the fingerprints of seeded records. */
export class ChangeLog1764000000005 implements MigrationInterface {
  name = "ChangeLog1764000000005";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await runner.manager.query("INSERT INTO content_state (id, content_revision, next_seq) VALUES (1, 0, 1)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table("content_state", [key("id", "integer"), integer("content_revision", "next_seq")], {
    checks: [`"id" = 1`],
  }),
  table("outbox", [key("seq", "integer"), integer("content_revision"), text("kind", "row_id", "at")], {
    indices: ["content_revision"],
    checks: [oneOf("kind", ["case", "vocabulary", "programme"])],
  }),
  table(
    "audit_entry",
    [
      key("seq", "integer"),
      text("actor", "action", "record_kind", "record_id"),
      integer("content_revision"),
      text("at"),
    ],
    { indices: ["record_id"] },
  ),
  table("seeded_record", [
    key("id"),
    text("kind", "name"),
    optional(text("fingerprint")),
    integer("revision"),
  ]),
];
