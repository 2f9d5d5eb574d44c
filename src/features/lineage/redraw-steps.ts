import { CityError } from '../../kernel/city-error.js';
import type { Redraw, RedrawDeed, RedrawState } from './redraw.js';

/** One step of the procedure: the township level proposes, the county level reviews, the offices are told, the city files. */
export interface RedrawStep {
  readonly deed: RedrawDeed;
  /** Null where there is no redraw yet. */
  readonly from: RedrawState | null;
  readonly to: RedrawState;
  /** The level of the organisation on whose behalf it is done. */
  readonly level: 'TOWNSHIP' | 'COUNTY' | 'CITY';
}

/** The whole procedure; what is not here is not allowed. Passing a redraw tells the offices of it in the same act. */
export const redrawSteps: readonly RedrawStep[] = [
  { deed: 'PROPOSE', from: null, to: 'PROPOSED', level: 'TOWNSHIP' },
  { deed: 'APPROVE', from: 'PROPOSED', to: 'NOTIFIED', level: 'COUNTY' },
  { deed: 'RETURN', from: 'PROPOSED', to: 'RETURNED', level: 'COUNTY' },
  { deed: 'FILE', from: 'NOTIFIED', to: 'FILED', level: 'CITY' },
];

/** The step that a deed is; a deed is one step of the table. */
export function stepOf(deed: RedrawDeed): RedrawStep {
  return redrawSteps.find((step) => step.deed === deed)!;
}

/** What may be done with a redraw in a state. */
export function deedsFrom(state: RedrawState): readonly RedrawDeed[] {
  return redrawSteps.filter(({ from }) => from === state).map(({ deed }) => deed);
}

/** Passes where the deed is the redraw's turn; throws `CONFLICT` for another version than expected, `ILLEGAL_TRANSITION` out of order. */
export function checkTurn(redraw: Pick<Redraw, 'state' | 'version'>, deed: RedrawDeed, expectedVersion: number): void {
  const { state, version } = redraw;
  if (stepOf(deed).from !== state) throw outOfOrder(state, deed);
  if (version === expectedVersion) return;
  throw new CityError({
    code: 'CONFLICT',
    message: `expectedVersion: expected ${version}, the redraw's version now, got ${expectedVersion}.`,
    messageZh: `expectedVersion：方案现为第 ${version} 版，收到 ${expectedVersion}。`,
    hint: 'Look at what has changed, then act on the newest version.',
    details: { version },
  });
}

function outOfOrder(state: RedrawState, deed: RedrawDeed): CityError {
  const allowed = deedsFrom(state);
  return new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `A redraw that is ${state} cannot be followed by ${deed}; allowed now: ${allowed.join(', ') || 'nothing'}.`,
    messageZh: `方案处于 ${state} 时不能 ${deed}；此刻允许：${allowed.join('、') || '无'}。`,
    hint:
      state === 'FILED'
        ? 'What is filed is never changed: propose another redraw.'
        : 'The township level proposes, the county level reviews, the city files.',
    details: { state, deed, allowed },
  });
}
