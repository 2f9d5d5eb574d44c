import { CityError } from '../kernel/city-error.js';

/** A class or anything else that carries a name. */
interface Named {
  readonly name: string;
}

const pattern = /^[A-Z][A-Za-z0-9]*?(\d{13})$/;

function wrong(message: string): CityError {
  return new CityError({ code: 'INTERNAL', fault: 'ours', message, hint: 'See migrations/README.md.' });
}

/** The 13 digits (UTC milliseconds) that end a migration class's name and give its turn; throws `INTERNAL` where there are none. */
export function migrationDigits(migration: Named): string {
  const digits = pattern.exec(migration.name)?.[1];
  if (digits === undefined) throw wrong(`Expected a migration class named <VerbNoun><13 digits>, got ${migration.name}.`);
  return digits;
}

/**
 * Returns the migrations of one database as its folder's `index.ts` lists them, once their names are in order.
 * Throws `INTERNAL` when one is misnamed, twice there, or stands after a younger one: TypeORM runs them by the digits, readers read the list.
 */
export function orderedMigrations<Migration extends Named>(migrations: readonly Migration[]): readonly Migration[] {
  migrations.forEach((migration, position) => {
    const earlier = migrations[position - 1];
    if (earlier && migrationDigits(earlier) >= migrationDigits(migration)) {
      throw wrong(`Expected migrations in rising order, got ${migration.name} after ${earlier.name}.`);
    }
    migrationDigits(migration);
  });
  return migrations;
}

/** Migrations of two folders that make one database, each in its turn by its digits. */
export function interleaved<Migration extends Named>(common: readonly Migration[], own: readonly Migration[]): readonly Migration[] {
  return [...common, ...own].sort((one, other) => Number(migrationDigits(one)) - Number(migrationDigits(other)));
}
