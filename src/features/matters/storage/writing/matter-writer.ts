import { append } from '../../../../eventlog/append.js';
import { withdraw } from '../../../../eventlog/withdraw.js';
import type { Clock } from '../../../../kernel/clock.js';
import { type DepartmentCode, type SourceId, uuidOf } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import { deadlineAsTold } from '../../light.js';
import { finalStates } from '../../matter.js';
import type { MatterArrival, MatterIndexWriter, MattersTold, StepJudge, ToldMatter } from '../../ports.js';
import { judgedArrivals } from './judge-arrivals.js';
import type { HeldStand, JudgedArrival, KnownArrival } from './known-arrival.js';
import { writeAssignments, writePlacements, writeTransitions } from './matter-parts.js';
import { organisationUuids } from './organisation-uuids.js';

/** The uuid of a matter: equal office and local id give the equal uuid for ever. */
export function matterUuid(department: string | null, localId: string): string {
  return uuidOf('matter', department ?? '', localId);
}

/** What writing arriving matters needs. */
export interface MatterWriterParts {
  readonly clock: Clock;
  readonly judge: StepJudge;
  readonly told: MattersTold;
}

/** Writes arriving matters with their parts and events, set by set. */
export class MatterWriter implements MatterIndexWriter {
  readonly #parts: MatterWriterParts;

  constructor(parts: MatterWriterParts) {
    this.#parts = parts;
  }

  async apply(sql: Sql, arrivals: readonly MatterArrival[]): Promise<number> {
    const { clock, judge, told } = this.#parts;
    const now = clock.now();
    const changed = await judgedArrivals(sql, await changedOf(sql, arrivals), { judge, now });
    if (changed.length === 0) return 0;
    const organisations = await organisationUuids(
      sql,
      changed.flatMap(({ arrival }) => codesOf(arrival)),
    );
    await upsertMatters(sql, changed, { organisations, now, judge });
    // Who handles a matter follows its state: where the platform's stands, so do its assignments.
    await writeAssignments(
      sql,
      changed.filter(({ standsHere }) => !standsHere),
      { organisations, now },
    );
    await writePlacements(
      sql,
      changed.filter(({ keepsPlace }) => !keepsPlace),
    );
    await writeTransitions(sql, changed, organisations, now);
    await told(sql, changed.map(toldOf));
    await append(sql, changed.map(eventOf));
    return changed.length;
  }

  async withdraw(sql: Sql, department: DepartmentCode, localIds: readonly SourceId[]): Promise<number> {
    if (localIds.length === 0) return 0;
    const uuids = localIds.map((localId) => matterUuid(department, localId));
    // First, as it locks the matters: whoever changes them meanwhile has appended before the events are looked at.
    const gone = await sql.query('delete from matter where id = any($1::uuid[]) returning id', [uuids]);
    await sql.query('delete from matter_placement where matter_id = any($1::uuid[])', [uuids]);
    await sql.query('delete from past_matter_placement where matter_id = any($1::uuid[])', [uuids]);
    await withdraw(sql, 'matter', uuids);
    return gone.length;
  }
}

interface HeldMatter extends HeldStand {
  readonly id: string;
  readonly content_hash: string;
  readonly born_in: 'OFFICE' | 'PLATFORM';
}

async function changedOf(sql: Sql, arrivals: readonly MatterArrival[]): Promise<readonly KnownArrival[]> {
  const uuids = arrivals.map((arrival) => matterUuid(arrival.department, arrival.localId));
  // Locked before the events are appended: two writers of one matter then appear in the order of their commits.
  const rows = await sql.query<HeldMatter>(
    `select id, version, content_hash, born_in, state, office_state as "officeState", closed_at as "closedAt", due_at as "dueAt", yellow_at as "yellowAt", lead_id as "leadUuid", longitude, latitude, unit_id as "unitUuid", grid_id as "gridUuid", division_code as "divisionCode", reported_at as "reportedAt" from matter where id = any($1::uuid[]) order by id for update`,
    [uuids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return arrivals.flatMap((arrival, index) => {
    const uuid = uuids[index]!;
    const row = known.get(uuid);
    // What was born on the platform is never a feed's to write, whatever ids the feed gives.
    if (row?.content_hash === arrival.contentHash || row?.born_in === 'PLATFORM') return [];
    return [{ arrival, uuid, held: row ?? null }];
  });
}

function codesOf(arrival: MatterArrival): readonly string[] {
  const stepCodes = arrival.steps.flatMap((step) => step.organisationCode ?? []);
  return [arrival.keeperCode, ...arrival.leadCodes, ...arrival.supportCodes, ...stepCodes];
}

/** The columns of an arriving matter, each with its type: what an array of it is unpacked as. */
const columns = {
  id: 'uuid',
  department: 'text',
  local_id: 'text',
  source: 'text',
  title: 'text',
  standard: 'text',
  category_kind: 'text',
  category_code: 'text',
  state: 'text',
  office_state: 'text',
  keeper_id: 'uuid',
  lead_id: 'uuid',
  sealed: 'boolean',
  longitude: 'double precision',
  latitude: 'double precision',
  division_code: 'text',
  grid_id: 'uuid',
  unit_id: 'uuid',
  reported_at: 'timestamptz',
  due_at: 'timestamptz',
  yellow_at: 'timestamptz',
  closed_at: 'timestamptz',
  version: 'integer',
  content_hash: 'text',
  reported_transition: 'jsonb',
} as const;

type MatterRow = Readonly<Record<keyof typeof columns, string | number | boolean | null | undefined>>;

const names = Object.keys(columns) as readonly (keyof typeof columns)[];
const key: readonly string[] = ['id', 'department', 'local_id'];

// Arrays are unpacked at three quarters of what reading them as JSON costs the database.
const upsert = `
  insert into matter (${names.join(', ')}, born_in, as_of)
  select *, 'OFFICE', $${names.length + 1}::timestamptz
    from unnest(${names.map((name, index) => `$${index + 1}::${columns[name]}[]`).join(', ')})
  on conflict (id) do update set as_of = excluded.as_of, ${names
    .filter((name) => !key.includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

interface RowTerms {
  readonly organisations: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly judge: StepJudge;
}

async function upsertMatters(sql: Sql, changed: readonly JudgedArrival[], terms: RowTerms): Promise<void> {
  const rows = changed.map((known) => matterRowOf(known, terms));
  await sql.query(upsert, [...names.map((name) => rows.map((row) => row[name])), terms.now]);
}

function matterRowOf(known: JudgedArrival, { organisations, judge }: RowTerms): MatterRow {
  const { arrival, uuid, version, state, reported } = known;
  const { closedAt, dueAt, yellowAt, leadUuid } = standOf(known, organisations);
  return {
    id: uuid,
    department: arrival.department,
    local_id: arrival.localId,
    source: arrival.source,
    title: arrival.title,
    standard: arrival.standard,
    category_kind: arrival.categoryKind,
    category_code: arrival.categoryCode,
    state,
    office_state: officeStateOf(known, judge),
    keeper_id: organisations.get(arrival.keeperCode),
    lead_id: leadUuid,
    sealed: arrival.sealed,
    longitude: arrival.longitude,
    latitude: arrival.latitude,
    division_code: arrival.divisionCode,
    grid_id: arrival.gridUuid,
    unit_id: arrival.unitUuid,
    reported_at: arrival.reportedAt.toISOString(),
    due_at: dueAt?.toISOString() ?? null,
    yellow_at: yellowAt?.toISOString() ?? null,
    closed_at: closedAt?.toISOString() ?? null,
    version,
    content_hash: arrival.contentHash,
    reported_transition: reported && JSON.stringify(reported),
  };
}

function toldOf({ arrival, uuid, held, state, newSteps, standsHere }: JudgedArrival): ToldMatter {
  return {
    ...{ uuid, department: arrival.department, isNew: held === null, steps: newSteps, isFinal: finalStates.includes(state) },
    officeStates: { before: held?.officeState ?? null, now: arrival.officeState },
    dueAt: standsHere ? null : arrival.dueAt,
  };
}

/** What holds of a matter after an arrival: what its office says, unless the platform's own steps stand against it. */
function standOf(
  { arrival, held, newSteps, state, standsHere }: JudgedArrival,
  organisations: ReadonlyMap<string, string>,
): Pick<HeldStand, 'closedAt' | 'dueAt' | 'yellowAt' | 'leadUuid'> {
  const last = standsHere ? newSteps.at(-1) : (newSteps.at(-1) ?? arrival.steps.at(-1));
  const closedAt = finalStates.includes(state) ? (last?.at ?? held?.closedAt ?? arrival.reportedAt) : null;
  if (standsHere && held !== null) return { ...held, closedAt };
  const deadline = arrival.dueAt === null ? { dueAt: null, yellowAt: null } : deadlineAsTold(arrival.reportedAt, arrival.dueAt);
  return { closedAt, ...deadline, leadUuid: organisations.get(arrival.leadCodes[0] ?? '') ?? null };
}

/** The office's word is the office's; but where its own procedure runs here, a word for another state than the matter's would mislead the next step. */
function officeStateOf({ arrival, held, state, standsHere }: JudgedArrival, judge: StepJudge): string | null {
  const isBehind = held !== null && (standsHere || arrival.state !== state);
  return isBehind && judge.hasOwn(arrival.department) ? held.officeState : arrival.officeState;
}

function eventOf({ arrival, uuid, version, held, newSteps, state }: JudgedArrival): Parameters<typeof append>[1][number] {
  return {
    topic: 'matter',
    kind: held === null ? 'MATTER_RECORDED' : 'MATTER_CHANGED',
    subject: uuid,
    version,
    department: arrival.department,
    divisionCode: arrival.divisionCode,
    payload: { state, from: newSteps.at(-1)?.from ?? null },
    occurredAt: newSteps.at(-1)?.at ?? arrival.steps.at(-1)?.at ?? arrival.reportedAt,
  };
}
