import type { EntitySchema, MigrationInterface } from 'typeorm';

/** A table as TypeORM knows it, without saying which record it holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tables of different records stand in one list; TypeORM's schema is invariant.
export type TableSchema = EntitySchema<any>;

/** A migration as a class; TypeORM orders them by the digits at the end of the name. */
export type MigrationClass = new () => MigrationInterface;

/** The name of a table in its database. */
export function tableName({ options }: TableSchema): string {
  return options.tableName ?? options.name;
}
