import { append } from '../../../eventlog/append.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import type { CrosswalkPublication, CrosswalkStore, ReadBefore, ReadDecisions } from '../ports.js';
import { publishCrosswalk } from './publish-crosswalk.js';
import { readCoverageSince } from './read-coverage-since.js';
import { readCoverage, readLinks } from './read-crosswalk.js';
import { readLinksSince } from './read-links-since.js';

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

  async isBehindUnits(): Promise<boolean> {
    const [row] = await this.#sql.query<{ behind: boolean }>(
      `select coalesce((select max(computed_at) from crosswalk_run)
                       < greatest((select max(greatest(recorded_from, recorded_to)) from unit_version),
                                  (select max(greatest(recorded_from, recorded_to)) from division)), true) as behind`,
    );
    return row!.behind;
  }

  async publish(publication: CrosswalkPublication, decisions: ReadDecisions): Promise<void> {
    await this.#inTransaction(async (sql) => {
      const laid = await decisions(sql);
      const decided = { ...publication, ...(await laid.apply(publication, publication.run)) };
      await publishCrosswalk(sql, decided);
      await append(sql, [eventOf(decided)]);
    });
  }
}

function eventOf({ run, links }: CrosswalkPublication): Parameters<typeof append>[1][number] {
  return {
    topic: 'link',
    kind: 'CROSSWALK_PUBLISHED',
    subject: run.id,
    version: 1,
    department: null,
    divisionCode: null,
    payload: { units: run.units, links: links.length },
    occurredAt: run.computedAt,
  };
}
