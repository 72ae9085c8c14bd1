import { Check, Entity } from "typeorm";
import { changeKinds } from "../change-log.js";
import {
  IndexedInteger,
  IndexedText,
  Integer,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalText,
  Text,
} from "./columns.js";

/** One row: the counter of all published changes. */
@Entity("content_state")
@Check(`"id" = 1`)
export class ContentStateRow {
  @KeyInteger() id!: number;
  @Integer() contentRevision!: number;
  /** The next number of the outbox; taken in the writing transaction, so that its order is commit order. */
  @Integer() nextSeq!: number;
}

@Entity("outbox")
@OneOf("kind", changeKinds)
export class OutboxRow {
  @KeyInteger() seq!: number;
  @IndexedInteger() contentRevision!: number;
  @Text() kind!: string;
  @Text() rowId!: string;
  @Text() at!: string;
}

/** Who changed what, for people; the outbox is for programs. */
@Entity("audit_entry")
export class AuditEntryRow {
  @KeyInteger() seq!: number;
  @Text() actor!: string;
  @Text() action!: string;
  @Text() recordKind!: string;
  @IndexedText() recordId!: string;
  @Integer() contentRevision!: number;
  @Text() at!: string;
}

/** What the seed files said of a record when it was last written: equal fingerprints, nothing to do. */
@Entity("seeded_record")
export class SeededRecordRow {
  @KeyText() id!: string;
  @Text() kind!: string;
  @Text() name!: string;
  /** Null: its file has gone, and so have its rows; the revision goes on when it comes back. */
  @OptionalText() fingerprint!: string | null;
  /** How often it has been written or withdrawn. */
  @Integer() revision!: number;
}
