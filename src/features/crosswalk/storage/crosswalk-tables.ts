import { append } from '../../../eventlog/append.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { ChangedUnit, GridModel } from '../../grids/index.js';
import type { CrosswalkPublication, CrosswalkRows, CrosswalkStore, ReadBefore, ReadDecisions } from '../ports.js';
import { publishCrosswalk } from './publish-crosswalk.js';
import { readCoverageSince } from './read-coverage-since.js';
import { readCoverage, readLinks } from './read-crosswalk.js';
import { readLinksSince } from './read-links-since.js';
import { tellLinks } from './told-links.js';

/** Keeps the crosswalk in the city index. */
export class CrosswalkTables implements CrosswalkStore {
  readonly #sql: Sql;
  readonly #inTransaction: InTransaction;

  constructor(sql: Sql, inTransaction: InTransaction) {
    this.#sql = sql;
    this.#inTransaction = inTransaction;
  }

  async links(model: GridModel, before?: ReadBefore): ReturnType<CrosswalkStore['links']> {
    return (before && (await readLinksSince(this.#sql, model, before))) ?? readLinks(this.#sql, model);
  }

  async coverage(model: GridModel, before?: ReadBefore): ReturnType<CrosswalkStore['coverage']> {
    return (before && (await readCoverageSince(this.#sql, model, before))) ?? readCoverage(this.#sql, model);
  }

  async changedSinceLastRun(): ReturnType<CrosswalkStore['changedSinceLastRun']> {
    const [last] = await this.#sql.query<{ at: string | null; date: Date; divisions: boolean }>(
      `select last.at::text, last.at as date, exists (select from division where recorded_from > last.at or recorded_to > last.at) as divisions
         from (select max(computed_at) as at from crosswalk_run) last`,
    );
    if (last!.at === null) return null;
    const units = await this.#sql.query<ChangedUnit>(
      `select unit_id as uuid, min(valid_from)::text as from from unit_version
        where recorded_from > $1::timestamptz or recorded_to > $1::timestamptz group by unit_id`,
      [last!.at],
    );
    return { units, buildings: false, divisions: last!.divisions, lastRunAt: last!.date };
  }

  async publish(publication: CrosswalkPublication, decisions: ReadDecisions): Promise<void> {
    await this.#inTransaction(async (sql) => {
      const laid = await decisions(sql);
      const decided = await laid.apply(publication);
      const rows = publication.scope?.kept(decided, publication.layerOf) ?? decided;
      const { recordedAt, changed } = await publishCrosswalk(sql, publication, rows);
      await laid.settle(publication, recordedAt);
      await tellLinks(sql, changed, publication.run.computedAt);
      await append(sql, [eventOf(publication, rows)]);
    });
  }
}

function eventOf({ run, scope, selfOverlaps }: CrosswalkPublication, { links }: CrosswalkRows): Parameters<typeof append>[1][number] {
  return {
    topic: 'link',
    kind: 'CROSSWALK_PUBLISHED',
    subject: run.id,
    version: 1,
    department: null,
    divisionCode: null,
    payload: { units: run.units, links: links.length, scope: scope === null ? 'FULL' : 'PARTIAL', selfOverlaps },
    occurredAt: run.computedAt,
  };
}
