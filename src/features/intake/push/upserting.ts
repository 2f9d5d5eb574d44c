import { randomUUID } from 'node:crypto';

import type { IdRule } from '../../../departments/contract.js';
import type { Clock } from '../../../kernel/clock.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import { accountOf } from '../../../kernel/principal.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acting, actOnce, type ActParts, atTheFront, type Concerning } from '../../access/index.js';
import type { FrontWriter, ImportLock, OfficeFront, RunRegister } from '../ports.js';
import { BatchIntake } from './batch-intake.js';
import { BatchTally } from './batch-tally.js';
import type { HeldRecords } from './held-records.js';
import { type ObjectRow, textsIn } from './object-rows.js';
import type { PushReceipt, PushReceipts } from './push-receipts.js';
import { noReceipt, refuseBadSize, refusePushOf, reusedKey, underImport, unknownLayer } from './push-refusals.js';
import { outcomesOf, receiptOf } from './receipt-words.js';
import type { Ground, GroundCache } from './row-ground.js';
import type { RowOutcome } from './row-outcome.js';
import { ReportedRows } from './run-report.js';
import { reportOf, type TellingParts, tellRuns } from './tell-runs.js';

/** Some records of one kind that an office's system pushes. */
export interface Push {
  readonly name: 'upsertGrids' | 'upsertMatters';
  readonly department: DepartmentCode;
  readonly part: { readonly rows: 'UNITS'; readonly layerKey: LayerKey } | { readonly rows: 'MATTERS' };
  readonly idempotencyKey: string;
  readonly rows: readonly ObjectRow[];
  /** Judges everything and writes nothing, neither the key. */
  readonly dryRun: boolean;
}

/** What a push came to. */
export interface Upserted {
  /** Id of the run. */
  readonly run: string;
  readonly rowsRead: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** One for each row, in order. */
  readonly outcomes: readonly RowOutcome[];
  readonly idempotentReplay: boolean;
}

/** What the service needs. */
export interface UpsertingParts extends ActParts, TellingParts {
  readonly fronts: readonly OfficeFront[];
  readonly writerOf: (front: OfficeFront) => FrontWriter;
  readonly ground: GroundCache;
  readonly held: HeldRecords;
  readonly receipts: PushReceipts;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly runs: Pick<RunRegister, 'hasOpenKeys'>;
  readonly lock: Pick<ImportLock, 'isHeld'>;
  /** Says that an office's feed has grown. */
  readonly hint: (departmentKey: string) => void;
  readonly clock: Clock;
}

/** What a push comes upon. */
interface Surroundings {
  readonly ground: Ground;
  readonly isUnderImport: boolean;
  /** Whether refused rows are open that an accepted record may clear. */
  readonly wantsKeys: boolean;
}

interface OnItsWay extends Push, Surroundings {
  readonly front: OfficeFront;
  readonly account: string;
  /** Keyed by the office, since the index must not hold what guesses could be tried against. */
  readonly inputHash: string;
  readonly concerning: Concerning;
}

/**
 * Takes what offices' systems push. The front database commits first, with records, receipt and the report of the run; then the index, with
 * key and audit. Cut off in between, the same push again finds its receipt, writes nothing twice and answers as it would have.
 */
export class Upserting {
  constructor(private readonly parts: UpsertingParts) {}

  /**
   * Takes a push once for its key. Throws `BAD_USER_INPUT`, `FORBIDDEN`, `IDEMPOTENCY_KEY_REUSED`, `CONFLICT` while an import of the office
   * is under way, or `SOURCE_UNAVAILABLE`, having left nothing that a retry would not find.
   */
  async upsert(push: Push, acting: Acting): Promise<Upserted> {
    refuseBadSize(push);
    const front = this.parts.fronts.find(({ department: { code } }) => code === push.department) ?? refusePushOf(push.department);
    const inputHash = front.seal.sealer.fingerprint([push.name, push.part, push.rows]);
    const account = accountOf(acting.principal);
    const { name, department, part, dryRun, idempotencyKey } = push;
    const act = { ...acting, name, idempotencyKey, input: { department, part, dryRun, rows: inputHash } };
    const found = await this.#lookAround(department);
    try {
      const { idempotentReplay } = await actOnce(act, this.parts, async (sql, concerning) => {
        const ground = this.parts.ground.within(sql, found.ground);
        const receipt = await this.#take({ ...push, ...found, ground, front, account, inputHash, concerning });
        // Taken back with its transaction, key and all: nothing was written, and the same push may follow.
        if (dryRun) throw new DryRun(receipt);
        return { receipt: front.seal.sealer.opaqueId(['run', receipt.runId]) };
      });
      await this.#pass(front);
      const receipt = await atTheFront(front.department, () => this.parts.receipts.find(front.sql, { account, key: idempotencyKey }));
      if (receipt === null) throw noReceipt(idempotencyKey);
      return upserted(push, receipt, idempotentReplay);
    } catch (thrown) {
      if (thrown instanceof DryRun) return upserted(push, thrown.receipt, false);
      throw thrown;
    }
  }

  /** The index is told at once where it can be; the follower of the office's feed tells it what is left. */
  async #pass(front: OfficeFront): Promise<void> {
    await tellRuns(front, this.parts).catch(() => undefined);
    this.parts.hint(front.department.key);
  }

  /** All that is asked of the index before its transaction begins. */
  async #lookAround(department: DepartmentCode): Promise<Surroundings> {
    const { ground, lock, runs, clock } = this.parts;
    const isUnderImport = await lock.isHeld(department);
    const wantsKeys = await runs.hasOpenKeys({ id: randomUUID(), department, at: clock.now() });
    return { ground: await ground.now(), isUnderImport, wantsKeys };
  }

  async #take(push: OnItsWay): Promise<PushReceipt> {
    const { front, ground, part, department, concerning } = push;
    concerning({ owners: [department], divisions: divisionsIn(push.rows) });
    if (part.rows === 'UNITS' && !ground.layers.some((layer) => layer.key === part.layerKey && layer.department === department))
      throw unknownLayer(part.layerKey, ground.layers, department);
    if (push.isUnderImport) throw underImport(department);
    return atTheFront(front.department, () => front.transaction((sql) => this.#takeAtFront(sql, push)));
  }

  async #takeAtFront(sql: Sql, push: OnItsWay): Promise<PushReceipt> {
    const { front, ground, department, account, inputHash, wantsKeys, idempotencyKey: key } = push;
    const earlier = await this.parts.receipts.find(sql, { account, key });
    if (earlier && earlier.inputHash !== inputHash) throw reusedKey(key);
    if (earlier) return earlier;
    await this.#concernHeld(sql, push);
    const run = { id: randomUUID(), department, at: this.parts.clock.now() };
    const reported = new ReportedRows();
    const tally = new BatchTally(run, reported, wantsKeys);
    const stamp = { runId: run.id, today: ground.register.today, now: run.at };
    const terms = { ...this.parts, ground, department: front.department, sealer: front.seal.sealer, writer: this.parts.writerOf(front) };
    const intake = new BatchIntake(terms, { sql, stamp, tally, isDry: push.dryRun });
    const outcomes = await intake.take({ part: push.part, rows: push.rows, file: `push/${run.id}` });
    const receipt = receiptOf(outcomes, { account, key, inputHash, runId: run.id });
    if (push.dryRun) return receipt;
    await this.parts.receipts.put(sql, receipt, run.at);
    const about = { runId: run.id, department, pack: 'push', at: run.at.toISOString(), keptHome: [...intake.keptHome] };
    await this.parts.reports.put(sql, await reportOf({ ...about, mayStayUntold: front.department.sealsMatters }, tally, reported));
    return receipt;
  }

  /** Whoever acts in some divisions alone may not write over a record of another by calling it its own. */
  async #concernHeld(sql: Sql, { part, rows, department, concerning }: OnItsWay): Promise<void> {
    const within = part.rows === 'UNITS' ? part.layerKey : '';
    const wish = { kind: part.rows === 'UNITS' ? 'UNIT' : 'MATTER', within, ids: textsIn(rows, ['local_id']) } as const;
    const held = await this.parts.held.find(sql, wish);
    if (held.size > 0)
      concerning({ owners: [department], divisions: [...new Set([...held.values()].map(({ divisionCode }) => divisionCode))] });
  }
}

class DryRun extends Error {
  constructor(readonly receipt: PushReceipt) {
    super('A dry run is taken back.');
  }
}

/** Where rows say that their records lie; a row that says nothing is about the city as a whole. */
function divisionsIn(rows: readonly ObjectRow[]): readonly (DivisionCode | null)[] {
  return [...new Set(rows.map(({ division }) => (typeof division === 'string' && division !== '' ? division : null)))];
}

function upserted({ rows }: Push, receipt: PushReceipt, idempotentReplay: boolean): Upserted {
  const localIds = rows.map((row): SourceId | null => textsIn([row], ['local_id'])[0] ?? null);
  const outcomes = outcomesOf(receipt, localIds);
  const quarantined = receipt.refusals.length;
  return { run: receipt.runId, rowsRead: rows.length, accepted: rows.length - quarantined, quarantined, outcomes, idempotentReplay };
}
