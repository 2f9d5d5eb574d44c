import { append } from '../../../eventlog/append.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import type { CrosswalkPublication, CrosswalkStore, ReadDecisions } from '../ports.js';
import { publishCrosswalk } from './publish-crosswalk.js';
import { readCoverage, readLinks } from './read-crosswalk.js';

/** Keeps the crosswalk in the city index. */
export class CrosswalkTables implements CrosswalkStore {
  readonly #sql: Sql;
  readonly #inTransaction: InTransaction;

  constructor(sql: Sql, inTransaction: InTransaction) {
    this.#sql = sql;
    this.#inTransaction = inTransaction;
  }

  links(model: GridModel): ReturnType<CrosswalkStore['links']> {
    return readLinks(this.#sql, model);
  }

  coverage(model: GridModel): ReturnType<CrosswalkStore['coverage']> {
    return readCoverage(this.#sql, model);
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
