import { randomUUID } from 'node:crypto';

import type { IdRule } from '../../../departments/contract.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { FrontWriter, OfficeFront, RunRegister } from '../ports.js';
import { factFields, type FiledElementKind } from '../rows/layouts.js';
import { quarantined } from '../rows/refusal.js';
import { BatchIntake, type BatchPart } from './batch-intake.js';
import { BatchTally } from './batch-tally.js';
import type { HeldRecords } from './held-records.js';
import type { InboundEnd, InboundQueue, InboundRow } from './inbound-queue.js';
import type { Ground, GroundCache } from './row-ground.js';
import { Outcomes } from './row-outcome.js';
import { ReportedRows } from './run-report.js';
import { reportOf, type TellingParts, tellRuns } from './tell-runs.js';

/** What an {@link InboundReader} works with. */
export interface InboundParts extends TellingParts {
  readonly queue: InboundQueue;
  readonly ground: GroundCache;
  readonly held: HeldRecords;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly writerOf: (front: OfficeFront) => FrontWriter;
  readonly runs: Pick<RunRegister, 'hasOpenKeys'>;
  readonly clock: Clock;
}

/**
 * Takes what offices' systems have put into the queues of their front databases. Records, refusals, the report of the run and the
 * acknowledgement are one transaction there; what the city index is told follows, and comes again after a crash until it is told.
 */
export class InboundReader {
  constructor(private readonly parts: InboundParts) {}

  /** Takes the oldest rows of one office's queue; answers how many, 0 when none waited. */
  async take(front: OfficeFront): Promise<number> {
    if (!(await this.parts.queue.hasRows(front.sql))) return 0;
    const ground = await this.parts.ground.now();
    const taken = await front.transaction((sql) => this.#take(sql, front, ground));
    await tellRuns(front, this.parts);
    return taken;
  }

  async #take(sql: Sql, front: OfficeFront, ground: Ground): Promise<number> {
    const { queue, runs, clock } = this.parts;
    const rows = await queue.take(sql);
    if (rows.length === 0) return 0;
    const { code, sealsMatters } = front.department;
    const run = { id: randomUUID(), department: code, at: clock.now() };
    const reported = new ReportedRows();
    const tally = new BatchTally(run, reported, await runs.hasOpenKeys(run));
    const stamp = { runId: run.id, today: ground.register.today, now: run.at };
    const { department, seal } = front;
    const terms = { ...this.parts, ground, department, sealer: seal.sealer, writer: this.parts.writerOf(front) };
    const intake = new BatchIntake(terms, { sql, stamp, tally, isDry: false });
    const ends: InboundEnd[] = [];
    for (const group of groupsOf(rows)) ends.push(...(await endsOf(group, { front, ground, intake, tally, file: `inbound/${run.id}` })));
    await queue.acknowledge(sql, ends, run);
    const about = { runId: run.id, department: code, pack: 'inbound', at: run.at.toISOString(), keptHome: [...intake.keptHome] };
    await this.parts.reports.put(sql, await reportOf({ ...about, mayStayUntold: sealsMatters }, tally, reported));
    return rows.length;
  }
}

/**
 * Rows that follow each other and hold the same, at most one batch: the order of the queue is kept. A record that comes twice, as it was
 * and as it became, begins another batch, since within one it would be refused.
 */
function groupsOf(rows: readonly InboundRow[]): readonly (readonly InboundRow[])[] {
  const groups: { readonly rows: InboundRow[]; readonly records: Set<string> }[] = [];
  for (const row of rows) {
    const [last, record] = [groups.at(-1), recordOf(row)];
    if (last && isAlike(last.rows[0]!, row) && !last.records.has(record)) {
      last.rows.push(row);
      last.records.add(record);
    } else groups.push({ rows: [row], records: new Set([record]) });
  }
  return groups.map((group) => group.rows);
}

function isAlike(a: InboundRow, b: InboundRow): boolean {
  return a.rows === b.rows && a.layerKey === b.layerKey && a.elementKind === b.elementKind;
}

const ofUnit = ['local_id', '网格编号'];
const keyNames: Readonly<Record<InboundRow['rows'], readonly string[]>> = {
  UNITS: ofUnit,
  ELEMENTS: ['source_id', '要素编号'],
  COUNTS: [...ofUnit, 'layer', '图层', 'measure', '指标'],
  POSTS: [...ofUnit, 'layer', '图层', 'ordinal', '序号'],
  MATTERS: ['local_id', '事项编号'],
};

function recordOf({ rows, fields }: InboundRow): string {
  return JSON.stringify(keyNames[rows].map((name) => (Object.hasOwn(fields, name) ? fields[name] : null)));
}

interface Taking {
  readonly front: OfficeFront;
  readonly ground: Ground;
  readonly intake: BatchIntake;
  readonly tally: BatchTally;
  readonly file: string;
}

async function endsOf(group: readonly InboundRow[], taking: Taking): Promise<readonly InboundEnd[]> {
  const part = partOf(group[0]!, taking);
  const batch = { file: taking.file, rows: group.map(({ fields }) => fields) };
  const outcomes = part === null ? refuseAll(group, taking) : await taking.intake.take({ ...batch, part });
  return group.map((row, index) => ({ row, localId: outcomes[index]!.localId, refusal: outcomes[index]!.refusal }));
}

/** What the rows of a group hold; null where that cannot be told, or is another office's. */
function partOf({ rows, layerKey, elementKind }: InboundRow, { front, ground }: Taking): BatchPart | null {
  if (rows === 'UNITS') {
    const layer = ground.layers.find(({ key, department }) => key === layerKey && department === front.department.code);
    return layer === undefined ? null : { rows, layerKey: layer.key };
  }
  if (rows !== 'ELEMENTS') return { rows };
  return elementKind !== null && Object.hasOwn(factFields, elementKind) ? { rows, elementKind: elementKind as FiledElementKind } : null;
}

function refuseAll(group: readonly InboundRow[], { tally, file }: Taking): ReturnType<Outcomes['of']> {
  const outcomes = new Outcomes();
  tally.hear((number, refused) => outcomes.refuse(number, refused));
  const isOfUnits = group[0]!.rows === 'UNITS';
  const expected = isOfUnits ? 'the key of one of the office’s own layers' : `one of ${Object.keys(factFields).join(', ')}`;
  const remedy = isOfUnits ? 'Give layer_key; the query departments lists the layers.' : 'Give element_kind.';
  const about = { field: isOfUnits ? 'layer_key' : 'element_kind', value: group[0]![isOfUnits ? 'layerKey' : 'elementKind'] };
  for (const [index] of group.entries()) tally.refuse(quarantined(file, index + 1, { ...about, code: 'BAD_USER_INPUT', expected, remedy }));
  return outcomes.of(group.map(() => null));
}
