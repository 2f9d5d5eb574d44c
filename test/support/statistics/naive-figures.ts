import type { Fact } from '../../../src/features/statistics/metrics/fact.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { timeZone } from './matters-with-a-past.js';

type Row = Readonly<Record<string, unknown>>;

/** A matter with all that belongs to it, as the tables hold it. */
export interface WholeMatter {
  readonly matter: Row;
  readonly clocks: readonly Row[];
  readonly steps: readonly Row[];
  readonly evaluations: readonly Row[];
  readonly placements: readonly Row[];
}

/** Reads every matter whole. */
export async function wholeMatters(sql: Sql): Promise<readonly WholeMatter[]> {
  const read = (table: string): Promise<readonly Row[]> => sql.query<Row>(`select * from ${table}`);
  const of = (rows: readonly Row[], id: unknown): readonly Row[] => rows.filter((row) => row['matter_id'] === id);
  const matters = await read('matter');
  const [clocks, steps, evaluations, placements] = [
    await read('matter_clock'),
    await read('matter_transition'),
    await read('matter_evaluation'),
    await read('matter_placement'),
  ];
  return matters.map((matter) => {
    const id = matter['id'];
    return { matter, clocks: of(clocks, id), steps: of(steps, id), evaluations: of(evaluations, id), placements: of(placements, id) };
  });
}

const at = (value: unknown): number | null => (value instanceof Date ? value.getTime() : null);
const handedOff = ['MERGED', 'REFUSED', 'WITHDRAWN', 'OTHER_PROCEDURE'];

/** What the definitions of the metrics say of one matter, in plain words. */
export function factsOfMatter(whole: WholeMatter, asOf: Date): Partial<Record<Fact, number>> {
  const { matter, clocks, steps, evaluations } = whole;
  const now = asOf.getTime();
  const closedAt = at(matter['closed_at']);
  const closed = closedAt !== null && closedAt <= now;
  const begun = clocks.filter((clock) => at(clock['started_at'])! <= now);
  const handling = begun.filter(({ clock }) => clock === 'HANDLING');
  const lateRounds = handling.filter(
    (clock) => Math.min(at(clock['stopped_at']) ?? at(clock['paused_at']) ?? now, now) > at(clock['due_at'])!,
  );
  const dueAt = at(matter['due_at']);
  const late = handling.length > 0 ? lateRounds.length > 0 : dueAt !== null && Math.min(closedAt ?? now, now) > dueAt;
  const exempt = lateRounds.length > 0 && lateRounds.every((clock) => (at(clock['exempt_at']) ?? Infinity) <= now);
  const isOver =
    handling.length > 0
      ? late || handling.every((clock) => (at(clock['stopped_at']) ?? Infinity) <= now)
      : dueAt !== null && (dueAt < now || closed);
  const admitted = !handedOff.includes(matter['state'] as string);
  const due = admitted && !exempt && isOver;
  const dispatches = begun.filter(({ clock }) => clock === 'ACCEPTANCE');
  const taken = steps.filter((step) => at(step['occurred_at'])! <= now);
  const went = (to: readonly string[], from?: readonly string[]): boolean =>
    taken.some((step) => to.includes(step['to_state'] as string) && (!from || from.includes(step['from_state'] as string)));
  const judged = (side: string): readonly Row[] => evaluations.filter((row) => row['side'] === side && at(row['evaluated_at'])! <= now);
  const yes = (rows: readonly Row[], field: string): number => rows.filter((row) => row[field] === true).length;
  const asked = (rows: readonly Row[], field: string): number => rows.filter((row) => row[field] !== null).length;
  const total = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + ((row['score'] as number | null) ?? 0), 0);
  const [residents, townships, departments] = [judged('RESIDENT'), judged('TOWNSHIP'), judged('DEPARTMENT')];
  return {
    ...{ reported: 1, open: Number(!closed), closed: Number(closed), overdue: Number(late), overdueExempt: Number(exempt) },
    ...{
      redLight: Number(!closed && late),
      dueForHandling: Number(due),
      handledInTime: Number(due && !late),
      dueForClosing: Number(admitted),
    },
    ...{ closedProperly: Number(admitted && closed), extended: Number(due && handling.some((clock) => (clock['extended'] as number) > 0)) },
    dispatchesWithLimit: dispatches.length,
    answeredInTime: dispatches.filter((clock) => (at(clock['stopped_at']) ?? Infinity) <= Math.min(at(clock['due_at'])!, now)).length,
    dispatched: Number(went(['DISPATCHED'])),
    dispatchedUnopposed: Number(went(['DISPATCHED']) && !went(['OBJECTED'])),
    objected: Number(went(['DISPATCHED']) && went(['OBJECTED'])),
    reworked: Number(admitted && went(['HANDLING', 'ACCEPTED', 'DISPATCHED'], ['VERIFYING', 'VERIFIED'])),
    ...{ askedWhetherResponded: asked(residents, 'responded'), responded: yes(residents, 'responded') },
    ...{ askedWhetherSolved: asked(residents, 'solved'), solved: yes(residents, 'solved') },
    ...{ askedWhetherSatisfied: asked(residents, 'satisfied'), satisfied: yes(residents, 'satisfied') },
    ...{ townshipScores: asked(townships, 'score'), townshipScoreSum: total(townships) },
    ...{ departmentScores: asked(departments, 'score'), departmentScoreSum: total(departments) },
  };
}

/** The day and hour of an instant in the city, `YYYY-MM-DD HH`. */
export function cityHour(instant: unknown): string {
  return new Date((instant as Date).getTime()).toLocaleString('sv-SE', { timeZone }).slice(0, 13);
}

/** The surest of the units that a matter lies in. */
export function surestUnit({ placements }: WholeMatter): string | null {
  const [first] = [...placements].sort(
    (a, b) => Number(b['weight']) - Number(a['weight']) || (String(a['unit_id']) < String(b['unit_id']) ? -1 : 1),
  );
  return first === undefined ? null : String(first['unit_id']);
}
