import { groupBy } from '../../../../kernel/group-by.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { MatterState, ReportedTransition } from '../../matter.js';
import type { MatterStep, StepJudge } from '../../ports.js';
import { atItsPlace } from './kept-place.js';
import type { JudgedArrival, KnownArrival, NewStep } from './known-arrival.js';
import { type HeldStep, newlyTold } from './newly-told.js';

/** What arrivals are judged by. */
export interface JudgingTerms {
  readonly judge: StepJudge;
  readonly now: Date;
}

/** Holds what feeds tell of matters against the histories that the index holds, and what is new of it against the offices' procedures. */
export async function judgedArrivals(sql: Sql, known: readonly KnownArrival[], terms: JudgingTerms): Promise<readonly JudgedArrival[]> {
  const histories = await historiesOf(
    sql,
    known.flatMap(({ uuid, held }) => (held === null ? [] : [uuid])),
  );
  return known.map((one) => judged(one, histories.get(one.uuid) ?? [], terms));
}

async function historiesOf(sql: Sql, uuids: readonly string[]): Promise<ReadonlyMap<string, readonly HeldStep[]>> {
  if (uuids.length === 0) return new Map();
  const steps = await sql.query<HeldStep & { readonly matterUuid: string }>(
    `select matter_id as "matterUuid", from_state as "from", to_state as state, occurred_at as at, made_in as "madeIn"
       from matter_transition where matter_id = any($1::uuid[]) order by matter_id, version`,
    [uuids],
  );
  return groupBy(steps, ({ matterUuid }) => matterUuid);
}

function judged(known: KnownArrival, history: readonly HeldStep[], { judge, now }: JudgingTerms): JudgedArrival {
  const { arrival, held } = known;
  const told = held === null ? { steps: arrival.steps, unknown: false } : newlyTold(history, arrival, now);
  const before = held?.version ?? 0;
  const newSteps: NewStep[] = [];
  let state: MatterState | null = held?.state ?? null;
  let reported: ReportedTransition | null = null;
  for (const step of told.steps) {
    const why = told.unknown ? 'PLATFORM_STEP_UNKNOWN' : judge.fault(arrival.department, state, step.state);
    if (why !== null) {
      reported = claimOf(step, arrival.officeState, why);
      break;
    }
    newSteps.push({ ...step, from: state, version: before + newSteps.length + 1 });
    state = step.state;
  }
  const standsHere = held !== null && (told.unknown || reported !== null);
  const after = { ...known, state: state ?? arrival.state };
  return { ...atItsPlace(after), version: before + Math.max(newSteps.length, 1), newSteps, reported, standsHere };
}

function claimOf({ state, at }: MatterStep, officeState: string | null, why: ReportedTransition['why']): ReportedTransition {
  return { state, officeState, at, why };
}
