import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { migrationDigits, orderedMigrations } from '../../src/database/ordered-migrations.js';
import type { MigrationClass } from '../../src/database/schema-parts.js';

const root = join(__dirname, '..', '..', 'migrations');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name !== 'index.ts')
    .sort();
}

/** The class name that a file name promises: `1795000000001-create-city-index.ts` → `CreateCityIndex1795000000001`. */
function promisedName(file: string): string {
  const [digits, ...words] = file.replace(/\.ts$/, '').split('-');
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('') + digits!;
}

function listOf(folder: string): readonly MigrationClass[] {
  const exported = Object.values(jest.requireActual<Record<string, unknown>>(join(root, folder, 'index.ts')));
  expect(exported).toHaveLength(1);
  return exported[0] as readonly MigrationClass[];
}

it('there is a folder for the city index and one for what all front databases share', () => {
  expect(folders).toEqual(expect.arrayContaining(['city-index', 'front']));
});

describe.each(folders)('migrations/%s', (folder) => {
  it('names each file by 13 digits, a verb and a noun', () => {
    expect(filesOf(folder).filter((name) => !/^\d{13}(-[a-z0-9]+){2,}\.ts$/.test(name))).toEqual([]);
  });

  it('lists every file of the folder, in rising order, under the class name that the file promises', () => {
    const listed = orderedMigrations(listOf(folder)).map((migration) => migration.name);
    expect(listed).toEqual(filesOf(folder).map(promisedName));
    expect(filesOf(folder).map((file) => file.slice(0, 13))).toEqual(listed.map((name) => migrationDigits({ name })));
  });

  it('can be undone step by step', () => {
    const missing = listOf(folder).filter((migration) => typeof migration.prototype.down !== 'function');
    expect(missing.map((migration) => migration.name)).toEqual([]);
  });

  it('calls no migration by another name inside the class, which TypeORM would take instead', () => {
    const other = listOf(folder).filter((migration) => (new migration().name ?? migration.name) !== migration.name);
    expect(other.map((migration) => migration.name)).toEqual([]);
  });

  it('leaves the clock out of what it makes: a migration gives the same schema on any day', () => {
    const dated = filesOf(folder).filter((file) =>
      /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join(root, folder, file), 'utf8')),
    );
    expect(dated).toEqual([]);
  });
});
