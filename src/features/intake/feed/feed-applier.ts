import type { DepartmentDefinition } from '../../../departments/contract.js';
import { planeAround } from '../../../geometry/equal-area.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CatalogueWriter } from '../../catalogue/index.js';
import type { CategoryLinkWriter } from '../../categories/index.js';
import type { ClockWriter } from '../../clocks/index.js';
import type { ElementIndexWriter } from '../../elements/index.js';
import type { UnitIndexWriter } from '../../grids/index.js';
import type { LineageWriter } from '../../lineage/index.js';
import type { MatterIndexWriter } from '../../matters/index.js';
import type { OwedSteps } from '../outbound/ports.js';
import type {
  ChangeFeed,
  Changes,
  CityRegisterWriter,
  Database,
  FeedBatch,
  FeedKind,
  OfficeFront,
  Placer,
  RunRegister,
  StoredMatter,
  WaitingRows,
} from '../ports.js';
import { countArrival, elementArrival, matterArrival, postArrival, unitArrival } from './arrivals.js';
import { bothChanges, changedRecords, noChanges } from './changes.js';

/** The writers by which records enter the index. */
export interface IndexWriters {
  readonly units: UnitIndexWriter;
  readonly elements: ElementIndexWriter;
  readonly matters: MatterIndexWriter;
  readonly categoryLinks: CategoryLinkWriter;
  readonly clocks: ClockWriter;
  readonly catalogue: CatalogueWriter;
  readonly lineage: LineageWriter;
}

/** What a {@link FeedApplier} works with. */
export interface FeedApplierParts {
  readonly index: Database;
  readonly feed: ChangeFeed;
  readonly writers: IndexWriters;
  readonly register: CityRegisterWriter;
  readonly runs: RunRegister;
  readonly owed: Pick<OwedSteps, 'withdraw'>;
  readonly clock: Clock;
  /** The picture of the city that things are placed on now. */
  readonly placer: () => Placer;
}

/** What one batch of a feed did. */
export interface Applied {
  /** Rows taken and acknowledged; 0 when none waited. */
  readonly rows: number;
  readonly changes: Changes;
}

const batchRows = 1_000;

/**
 * Takes an office's feed into the index, batch by batch. The rows of a batch are acknowledged only after the index has
 * committed; a crash in between applies them again, which changes nothing.
 */
export class FeedApplier {
  constructor(private readonly parts: FeedApplierParts) {}

  /** What waits of an office, by kind; empty when nothing does. */
  waiting(front: OfficeFront): Promise<ReadonlyMap<FeedKind, WaitingRows>> {
    return this.parts.feed.waiting(front.looks);
  }

  /** Applies the oldest rows of one kind. */
  async applyBatch(front: OfficeFront, kind: FeedKind): Promise<Applied> {
    const { feed, index, runs, clock } = this.parts;
    return front.transaction(async (frontSql) => {
      const batch = await feed.take(frontSql, kind, batchRows);
      if (batch.ids.length === 0) return { rows: 0, changes: noChanges };
      const changes = await index.transaction(async (sql) => {
        const applied = await this.#write(sql, front, { kind, ...batch } as Fed);
        await runs.noteApplied(sql, front.department.code, { rows: batch.ids.length, at: clock.now() });
        return applied;
      });
      await feed.acknowledge(frontSql, batch.ids);
      return { rows: batch.ids.length, changes };
    });
  }

  /** Applies rows of one kind until none waits; `onBatch` hears of each batch. */
  async drain(front: OfficeFront, kind: FeedKind, onBatch: (applied: Applied) => void = () => undefined): Promise<Applied> {
    let total: Applied = { rows: 0, changes: noChanges };
    for (;;) {
      const applied = await this.applyBatch(front, kind);
      if (applied.rows === 0) return total;
      total = { rows: total.rows + applied.rows, changes: bothChanges(total.changes, applied.changes) };
      onBatch(applied);
    }
  }

  async #write(sql: Sql, { department }: OfficeFront, fed: Fed): Promise<Changes> {
    const { writers, placer } = this.parts;
    const { code } = department;
    switch (fed.kind) {
      case 'UNIT': {
        const plane = planeAround(await this.parts.register.bounds(sql));
        const units = await writers.units.apply(
          sql,
          fed.records.map((unit) => unitArrival(unit, plane)),
        );
        return { ...changedRecords(units.length), units };
      }
      case 'ELEMENT': {
        const elements = fed.records.map((element) => elementArrival(element, code, placer()));
        const { changed, buildings } = await writers.elements.applyElements(sql, elements);
        return { ...changedRecords(changed), buildings };
      }
      case 'COUNT': {
        const counts = fed.records.map((count) => countArrival(count, code, placer())).filter((count) => count !== null);
        return changedRecords(await writers.elements.applyCounts(sql, counts));
      }
      case 'POST': {
        const posts = fed.records.map((post) => postArrival(post, code, placer())).filter((post) => post !== null);
        return changedRecords(await writers.elements.applyPosts(sql, posts));
      }
      case 'MATTER':
        return changedRecords(await this.#writeMatters(sql, department, fed));
    }
  }

  /** What its office took home is taken out last: whatever stood in this batch, it is gone afterwards. */
  async #writeMatters(sql: Sql, department: DepartmentDefinition, { records, withdrawn }: FeedBatch<'MATTER'>): Promise<number> {
    const { writers, placer, owed } = this.parts;
    const words = await this.#wordsOf(sql, department.sealsMatters ? records : records.filter(({ sealed }) => sealed));
    const arrivals = records.map((matter) => matterArrival(matter, department, { placer: placer(), words: words.get(matter) ?? null }));
    const changed = await writers.matters.apply(sql, arrivals);
    await owed.withdraw(sql, department.code, withdrawn);
    return (
      changed +
      (await writers.matters.withdraw(
        sql,
        department.code,
        withdrawn.map(([localId]) => localId!),
      ))
    );
  }

  async #wordsOf(
    sql: Sql,
    untold: readonly StoredMatter[],
  ): Promise<ReadonlyMap<StoredMatter, { category: string | null; division: string | null }>> {
    if (untold.length === 0) return new Map();
    const words = await this.parts.register.wordsOf(sql, untold);
    return new Map(untold.map((matter, position) => [matter, words[position]!]));
  }
}

type Fed = { readonly [Kind in FeedKind]: FeedBatch<Kind> & { readonly kind: Kind } }[FeedKind];
