import { groupBy } from '../../../../kernel/group-by.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { MatterState } from '../../matter.js';
import type { MatterArrival } from '../../ports.js';
import type { KnownArrival } from './known-arrival.js';

/** One step of a matter's history. */
interface HeldStep {
  readonly matterUuid: string;
  readonly version: number;
  readonly state: MatterState;
  readonly at: Date;
  readonly madeIn: 'OFFICE' | 'PLATFORM';
}

type GivenStep = MatterArrival['steps'][number];

/**
 * Holds what a feed says of matters against the platform's own steps on them. A record that knows them all goes on with its further steps
 * at the end of the history. One that does not know them changes what its office alone owns; the state that it claims is kept beside
 * the matter as a reported transition, neither dropped nor applied.
 */
export async function heldAgainstPlatform(sql: Sql, changed: readonly KnownArrival[]): Promise<readonly KnownArrival[]> {
  const known = changed.filter(({ isNew }) => !isNew).map(({ uuid }) => uuid);
  if (known.length === 0) return changed;
  const steps = await sql.query<HeldStep>(
    `select matter_id as "matterUuid", version, to_state as state, occurred_at as at, made_in as "madeIn" from matter_transition
      where matter_id in (select matter_id from matter_transition where matter_id = any($1::uuid[]) and made_in = 'PLATFORM')
      order by matter_id, version`,
    [known],
  );
  if (steps.length === 0) return changed;
  const histories = groupBy(steps, ({ matterUuid }) => matterUuid);
  return changed.map((one) => {
    const history = histories.get(one.uuid);
    return history === undefined ? one : heldAgainst(history, one);
  });
}

function heldAgainst(history: readonly HeldStep[], known: KnownArrival): KnownArrival {
  const { steps, state, officeState } = known.arrival;
  const isUnknown = history.some((held) => held.madeIn === 'PLATFORM' && !steps.some((step) => isSame(held, step)));
  if (isUnknown) return { ...known, newSteps: [], reported: { state, officeState, steps } };
  const last = history.at(-1)!.version;
  const further = steps.filter((step) => !history.some((held) => isSame(held, step)));
  const newSteps = further.map((step, nth) => ({
    ...step,
    version: last + 1 + nth,
    from: further[nth - 1]?.state ?? history.at(-1)!.state,
  }));
  return { ...known, newSteps };
}

function isSame(held: HeldStep, { state, at }: GivenStep): boolean {
  return held.state === state && held.at.getTime() === at.getTime();
}
