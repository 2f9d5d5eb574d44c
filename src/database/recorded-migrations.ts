import type { QueryRunner } from 'typeorm';

import { CityError } from '../kernel/city-error.js';
import { migrationDigits, orderedMigrations } from './ordered-migrations.js';
import type { MigrationClass } from './schema-parts.js';

/** A migration as the statements that it runs. */
export interface RecordedMigration {
  readonly name: string;
  /** The 13 digits that give its turn. */
  readonly digits: string;
  readonly statements: readonly string[];
}

/**
 * Runs migrations on a runner that writes down instead of running. Throws `INTERNAL` for one that does more than send statements
 * without parameters, as what it would do cannot be told without a database.
 */
export async function recordedMigrations(migrations: readonly MigrationClass[]): Promise<readonly RecordedMigration[]> {
  const recorded: RecordedMigration[] = [];
  for (const migration of orderedMigrations(migrations)) {
    const statements: string[] = [];
    await new migration().up(writingDown(migration.name, statements));
    recorded.push({ name: migration.name, digits: migrationDigits(migration), statements });
  }
  return recorded;
}

function writingDown(name: string, statements: string[]): QueryRunner {
  const query = (statement: string, parameters?: readonly unknown[]): Promise<unknown> => {
    if (parameters !== undefined && parameters.length > 0) throw untellable(name);
    statements.push(statement.trim());
    // Nobody may go by an answer that only a database can give.
    return Promise.resolve(undefined);
  };
  const others = (_: object, key: string | symbol): unknown => {
    if (key === 'query') return query;
    throw untellable(name);
  };
  return new Proxy({}, { get: others }) as QueryRunner;
}

function untellable(name: string): CityError {
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: `Expected the migration ${name} to send plain statements alone; an administrator cannot run anything else by hand.`,
    hint: 'See migrations/README.md.',
  });
}
