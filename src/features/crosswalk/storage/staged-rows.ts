import type { Sql } from '../../../kernel/sql.js';
import type { PublicationScope } from '../ports.js';
import type { PublishedColumn, PublishedTable } from './published-table.js';

const batchSize = 5000;

/** The names of a table's own columns, the days left out. */
export function columnNames<Record>({ columns }: PublishedTable<Record>): readonly string[] {
  return columns.map(({ name }) => name);
}

/** Whether two rows say the same for the same days; shares that differ by rounding alone are the same. */
export function isSame<Record>(table: PublishedTable<Record>, one: string, other: string): string {
  const columns = table.columns.map((column) => isSameColumn(column, one, other));
  return [...columns, `${one}.valid_from = ${other}.valid_from`, `${one}.valid_to is not distinct from ${other}.valid_to`].join(' and ');
}

function isSameColumn<Record>({ name, role }: PublishedColumn<Record>, one: string, other: string): string {
  const [a, b] = [`${one}.${name}`, `${other}.${name}`];
  if (role === 'key') return `${a} = ${b}`;
  if (role === 'exact') return `${a} is not distinct from ${b}`;
  return `coalesce(abs(${a} - ${b}) <= 1e-12 * greatest(1, abs(${a})), ${a} is null and ${b} is null)`;
}

/** The rows that a publication brings for one table, laid beside those that are published in its scope. */
export class StagedRows<Record> {
  readonly table: PublishedTable<Record>;
  readonly name: string;
  readonly #sql: Sql;
  readonly #scope: PublicationScope | null;

  constructor(sql: Sql, table: PublishedTable<Record>, scope: PublicationScope | null) {
    this.#sql = sql;
    this.table = table;
    this.name = `staged_${table.name}`;
    this.#scope = scope;
  }

  /** Lays down all rows. */
  async fill(rows: readonly Record[]): Promise<void> {
    const columns = this.table.columns.map(({ name, type }) => `${name} ${type}`).join(', ');
    await this.#sql.query(`create temporary table ${this.name} (${columns}, valid_from date, valid_to date) on commit drop`);
    await this.add(rows);
    await this.#sql.query(`analyze ${this.name}`);
  }

  /** Lays down some more. */
  async add(rows: readonly Record[]): Promise<void> {
    const casts = [...this.table.columns.map(({ type }) => type), 'date', 'date'].map((type, at) => `$${at + 1}::${type}[]`);
    for (let from = 0; from < rows.length; from += batchSize) {
      const batch = rows.slice(from, from + batchSize) as readonly (Record & Days)[];
      const values = this.table.columns.map(({ of, type }) => batch.map((row) => (type === 'jsonb' ? textOf(row[of]) : row[of])));
      await this.#sql.query(`insert into ${this.name} select * from unnest(${casts.join(', ')})`, [
        ...values,
        batch.map(({ validFrom }) => validFrom),
        batch.map(({ validTo }) => validTo),
      ]);
    }
  }

  /** Takes out the rows, told by buildings and begun before a day, that are not published as they stand; answers them. */
  async takeDiffering(day: string): Promise<readonly Record[]> {
    return this.#sql.query<Record & object>(
      `delete from ${this.name} staged where basis in ('ADDRESS', 'HOUSEHOLDS') and valid_from < $1
          and not exists (select from ${this.table.name} published where published.recorded_to is null and ${isSame(this.table, 'published', 'staged')})
       returning ${this.#selected('staged')}`,
      [day],
    );
  }

  /** The published rows, told by buildings and begun before a day, that are not staged as they stand. */
  async publishedOtherwise(day: string): Promise<readonly Record[]> {
    const { name } = this.table;
    return this.#sql.query<Record & object>(
      `select ${this.#selected(name)} from ${name} ${this.#places}
        where ${name}.recorded_to is null and ${name}.basis in ('ADDRESS', 'HOUSEHOLDS') and ${name}.valid_from < $${this.#parameters.length + 1}
          and ${this.#inScope} and not exists (select from ${this.name} staged where ${isSame(this.table, name, 'staged')})`,
      [...this.#parameters, day],
    );
  }

  /** Ends what is published in the scope and no longer said; answers what names the rows that it ended, see {@link told}. */
  async close(recordedAt: string): Promise<readonly object[]> {
    const { name } = this.table;
    return this.#sql.query(
      `update ${name} closing set recorded_to = $${this.#parameters.length + 1}
         from (select ${name}.ctid as place from ${name} ${this.#places}
                where ${name}.recorded_to is null and ${this.#inScope}
                  and not exists (select from ${this.name} staged where ${isSame(this.table, name, 'staged')})) gone
        where closing.ctid = gone.place ${this.told('closing')}`,
      [...this.#parameters, recordedAt],
    );
  }

  /** The clause by which a statement answers what names the rows of `table` that it changed: nothing where all may have changed. */
  told(table: string): string {
    const keys = this.table.columns.filter(({ role }) => role === 'key');
    return this.#scope ? `returning ${keys.map(({ name, of }) => `${table}.${name} as "${of}"`).join(', ')}` : '';
  }

  get #places(): string {
    return this.#scope ? this.table.places : '';
  }

  get #inScope(): string {
    return this.#scope ? this.table.inScope : 'true';
  }

  get #parameters(): readonly unknown[] {
    const scope = this.#scope;
    return scope ? [[...new Set(scope.rows.map(({ unitUuid }) => unitUuid))], scope.everywhere, scope.codeLayers, scope.rowBases] : [];
  }

  #selected(from: string): string {
    const columns = this.table.columns.map(({ name, of }) => `${from}.${name} as "${of}"`);
    return [...columns, `${from}.valid_from::text as "validFrom"`, `${from}.valid_to::text as "validTo"`].join(', ');
  }
}

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

function textOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
