import { Parameters } from '../../../database/parameters.js';
import { allOf } from '../../../database/scope-condition.js';
import { noteCounting } from '../../../kernel/conditional-reads.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import { type Fact, type FactSource, sourceOf } from '../metrics/fact.js';
import type { FactReader as Reader, FactRow, FactWish } from '../ports.js';
import { factSql, sourceJoin } from './fact-sql.js';
import { groupingJoin, keySql } from './grouping-sql.js';
import { periodSql } from './period-sql.js';

/** What facts are read from. */
export interface FactReading {
  readonly sql: Sql;
  readonly sight: MatterSight;
  /** The city's time zone. */
  readonly timeZone: () => string;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Counts facts from the city index: one statement a source, whatever the number of groups. */
export class FactReader implements Reader {
  constructor(private readonly parts: FactReading) {}

  async groups(scope: Scope, wish: FactWish): Promise<readonly FactRow[]> {
    const sources = new Set<FactSource>(['MATTER', ...wish.facts.map(sourceOf)]);
    const found = await Promise.all([...sources].map((source) => this.#ofSource(scope, source, wish)));
    noteCounting(scope, 'MATTERS');
    return merged(found);
  }

  async #ofSource(scope: Scope, source: FactSource, wish: FactWish): Promise<readonly FactRow[]> {
    const facts = wish.facts.filter((fact) => sourceOf(fact) === source);
    const parameters = new Parameters();
    const keys = wish.groupBy.map((grouping, place) => `${keySql(grouping, source)} as key_${place}`);
    const counted = facts.map((fact) => `(${factSql[fact]})::float8 as "${fact}"`);
    const sealed = `count(distinct matter.id) filter (where matter.sealed and matter.department is distinct from ${parameters.add(wish.askedBy)}::text)`;
    const rows = await this.parts.sql.query<Row>(
      `select ${[...keys, 'count(distinct matter.id)::float8 as matters', `${sealed}::float8 as sealed`, ...counted].join(', ')}
         from matter cross join (select ${parameters.add(wish.asOf)}::timestamptz as as_of, ${parameters.add(this.parts.timeZone())}::text as time_zone) now_
         ${joinOf(source, facts)} ${groupingJoin(wish, parameters)}
        where ${allOf([this.parts.sight(scope, wish.query, parameters), periodSql('matter.reported_at', wish.period, { parameters, timeZone: 'now_.time_zone' })])}
          and matter.reported_at <= now_.as_of
        ${keys.length === 0 ? '' : `group by ${keys.map((_, place) => place + 1).join(', ')} order by ${keys.map((_, place) => place + 1).join(', ')}`}
        limit ${parameters.add(wish.limit + 1)}`,
      parameters.values,
    );
    return rows.map((row) => factRowOf(row, wish.groupBy.length, facts));
  }
}

/** A source is joined only where a fact looks at it: most do without the clocks of matters. */
function joinOf(source: FactSource, facts: readonly Fact[]): string {
  return source !== 'MATTER' || facts.some((fact) => factSql[fact].includes('handling.')) ? sourceJoin[source] : '';
}

function factRowOf(row: Row, width: number, facts: readonly Fact[]): FactRow {
  return {
    keys: Array.from({ length: width }, (_, place) => row[`key_${place}`] as string | null),
    matters: row['matters'] as number,
    sealedOfOthers: row['sealed'] as number,
    facts: Object.fromEntries(facts.map((fact) => [fact, row[fact] as number | null])),
  };
}

/** The groups of all sources as one list in order of their keys; the first source tells how many matters a group has where it knows it. */
function merged(found: readonly (readonly FactRow[])[]): readonly FactRow[] {
  const groups = new Map<string, FactRow>();
  for (const row of found.flat()) {
    const key = JSON.stringify(row.keys);
    const held = groups.get(key);
    groups.set(key, held === undefined ? row : { ...held, facts: { ...held.facts, ...row.facts } });
  }
  return [...groups.values()].sort((a, b) => compareKeys(a.keys, b.keys));
}

/** Those without a key come last. */
function compareKeys(a: FactRow['keys'], b: FactRow['keys']): number {
  const place = a.findIndex((key, nth) => key !== b[nth]);
  if (place < 0) return 0;
  const [mine, other] = [a[place]!, b[place]!];
  if (mine === null || other === null) return mine === null ? 1 : -1;
  return mine < other ? -1 : 1;
}
