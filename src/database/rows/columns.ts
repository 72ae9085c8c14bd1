import { Check, Column, ForeignKey, Index, PrimaryColumn } from "typeorm";

/** The few kinds of column that all rows are made of; each means the same on SQLite and PostgreSQL. */

/** A UUID as text, or a name that is the key of its row. */
export const KeyText = (): PropertyDecorator => PrimaryColumn({ type: "text" });

/** A place in a list, as part of a key. */
export const KeyInteger = (): PropertyDecorator => PrimaryColumn({ type: "integer" });

export const Text = (): PropertyDecorator => Column({ type: "text" });
export const UniqueText = (): PropertyDecorator => Column({ type: "text", unique: true });
export const OptionalText = (): PropertyDecorator => Column({ type: "text", nullable: true });
export const OptionalUniqueText = (): PropertyDecorator =>
  Column({ type: "text", nullable: true, unique: true });
export const Integer = (): PropertyDecorator => Column({ type: "integer" });
export const OptionalInteger = (): PropertyDecorator => Column({ type: "integer", nullable: true });
export const Real = (): PropertyDecorator => Column({ type: "double precision" });
export const OptionalReal = (): PropertyDecorator => Column({ type: "double precision", nullable: true });
export const Flag = (): PropertyDecorator => Column({ type: "boolean" });
export const OptionalFlag = (): PropertyDecorator => Column({ type: "boolean", nullable: true });

/**
 * A foreign key. Checked at the end of the transaction, because a record is replaced as a whole: its rows
 * go and come again inside one transaction, in any order.
 */
export const References = (row: () => object): PropertyDecorator =>
  ForeignKey(row as () => new () => object, { deferrable: "INITIALLY DEFERRED" });

/** A foreign key that reads also follow from the other side. */
export const IndexedReference =
  (row: () => object): PropertyDecorator =>
  (target, property) => {
    References(row)(target, property);
    Index()(target, property);
  };

export const IndexedText = (): PropertyDecorator => (target, property) => {
  Text()(target, property);
  Index()(target, property);
};

export const IndexedInteger = (): PropertyDecorator => (target, property) => {
  Integer()(target, property);
  Index()(target, property);
};

/** The column holds one of these words, or nothing. */
export const OneOf = (column: string, values: readonly string[]): ClassDecorator & PropertyDecorator =>
  Check(oneOf(column, values));

/** `"kind" IN ('A', 'B')` */
export const oneOf = (column: string, values: readonly string[]): string =>
  `"${column}" IN (${values.map((value) => `'${value}'`).join(", ")})`;
