import { CityError } from '../../kernel/city-error.js';
import type { Principal, Role } from '../../kernel/principal.js';
import { type Deliberation, type DeliberationState, deliberationStates } from './deliberation.js';

/** The mutations that move a deliberation. */
export const deliberationSteps = [
  'proposeDeliberation',
  'holdDeliberation',
  'decideDeliberation',
  'carryOutDecision',
  'returnToDeliberation',
  'withdrawProposal',
] as const;

/** One of {@link deliberationSteps}. */
export type DeliberationStep = (typeof deliberationSteps)[number];

/** What one step does to a deliberation. */
export interface DeliberationTransition {
  readonly step: DeliberationStep;
  /** Null where there is nothing yet. */
  readonly from: readonly (DeliberationState | null)[];
  /** Where it may lead to; what the step carries decides between several. */
  readonly to: readonly DeliberationState[];
  /** The roles that may take it, besides the right that its mutation asks for. */
  readonly by: readonly Role[];
}

/** A procedure of deliberations as data. */
export interface DeliberationProcedure {
  readonly transitions: readonly DeliberationTransition[];
  /** Where nothing more has to be done; a decision may still be returned from there. */
  readonly ends: readonly DeliberationState[];
}

/**
 * 网格提事 → 居民议事 → 社区决事 → 实施: the grid or an office proposes, the community holds the sessions, decides and carries out, and the
 * level above may send a decision back to be deliberated again. Source: 002 网格提事+居民议事+社区决事, which gives no limits of time.
 */
export const deliberationProcedure: DeliberationProcedure = {
  transitions: [
    {
      step: 'proposeDeliberation',
      from: [null],
      to: ['PROPOSED'],
      by: ['GRID_WORKER', 'COMMUNITY_STAFF', 'TOWNSHIP_DISPATCHER', 'GRID_OFFICE', 'DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM'],
    },
    { step: 'holdDeliberation', from: ['PROPOSED', 'DELIBERATED', 'RETURNED'], to: ['DELIBERATED'], by: ['COMMUNITY_STAFF'] },
    { step: 'decideDeliberation', from: ['DELIBERATED'], to: ['ADOPTED', 'NOT_ADOPTED'], by: ['COMMUNITY_STAFF'] },
    { step: 'carryOutDecision', from: ['ADOPTED'], to: ['CARRIED_OUT'], by: ['COMMUNITY_STAFF'] },
    { step: 'returnToDeliberation', from: ['ADOPTED', 'NOT_ADOPTED'], to: ['RETURNED'], by: ['TOWNSHIP_DISPATCHER', 'GRID_OFFICE'] },
    {
      step: 'withdrawProposal',
      from: ['PROPOSED', 'RETURNED'],
      to: ['WITHDRAWN'],
      by: ['GRID_WORKER', 'COMMUNITY_STAFF', 'TOWNSHIP_DISPATCHER', 'GRID_OFFICE', 'DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM'],
    },
  ],
  ends: ['NOT_ADOPTED', 'CARRIED_OUT', 'WITHDRAWN'],
};

/** Passes a procedure that can be run; throws naming all that is wrong with it, which is a mistake of ours and never of a caller. */
export function checkDeliberationProcedure(procedure: DeliberationProcedure): void {
  const faults = [...faultsOf(procedure)];
  if (faults.length > 0) throw new Error(`The procedure of deliberations cannot run: ${faults.join('; ')}.`);
}

function* faultsOf({ transitions, ends }: DeliberationProcedure): Generator<string> {
  const reached = reachedFrom(transitions, null);
  for (const state of deliberationStates) {
    if (!reached.has(state)) yield `${state} is never reached`;
    const leads = [...reachedFrom(transitions, state)].some((later) => later !== null && ends.includes(later));
    if (!leads) yield `${state} is no end and leads to none`;
  }
  for (const step of deliberationSteps) {
    const rows = transitions.filter((transition) => transition.step === step);
    if (rows.length !== 1) yield `${step} stands ${rows.length} times`;
  }
  for (const { step, by } of transitions) if (by.length === 0) yield `nobody may take ${step}`;
}

function reachedFrom(
  transitions: readonly DeliberationTransition[],
  start: DeliberationState | null,
): ReadonlySet<DeliberationState | null> {
  const reached = new Set([start]);
  for (const state of reached) for (const { from, to } of transitions) if (from.includes(state)) to.forEach((next) => reached.add(next));
  return reached;
}

/** What may be done with a deliberation in a state, in the order of the table. */
export function stepsFrom(state: DeliberationState): readonly DeliberationStep[] {
  return deliberationProcedure.transitions.filter(({ from }) => from.includes(state)).map(({ step }) => step);
}

/** Passes where the table lets this role take the step; throws `FORBIDDEN` otherwise. */
export function checkActor({ role }: Pick<Principal, 'role'>, step: DeliberationStep): void {
  const { by } = rowOf(step);
  if (by.includes(role)) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${step}: expected one of the roles ${by.join(', ')}, got ${role}.`,
    messageZh: `${step}：须由 ${by.join('、')} 办理，当前为 ${role}。`,
    hint: 'The grid proposes, the community deliberates, decides and carries out, the township level returns.',
    details: { expected: by, role },
  });
}

/** Passes where the step is the deliberation's turn; throws `CONFLICT` for another version than expected, `ILLEGAL_TRANSITION` out of order. */
export function checkTurn(deliberation: Pick<Deliberation, 'state' | 'version'>, step: DeliberationStep, expectedVersion: number): void {
  const { state, version } = deliberation;
  if (version !== expectedVersion) throw otherVersion(deliberation, expectedVersion);
  if (!rowOf(step).from.includes(state)) throw outOfOrder(state, step);
}

function rowOf(step: DeliberationStep): DeliberationTransition {
  return deliberationProcedure.transitions.find((transition) => transition.step === step)!;
}

function otherVersion({ state, version }: Pick<Deliberation, 'state' | 'version'>, received: number): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `expectedVersion: expected ${version}, the deliberation's version now, got ${received}.`,
    messageZh: `expectedVersion：议事现为第 ${version} 版，收到 ${received}。`,
    hint: 'Look at what has changed, then act on the newest version.',
    details: { version, state, allowed: stepsFrom(state) },
  });
}

function outOfOrder(state: DeliberationState, step: DeliberationStep): CityError {
  const allowed = stepsFrom(state);
  return new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `A deliberation that is ${state} cannot be followed by ${step}; allowed now: ${allowed.join(', ') || 'nothing'}.`,
    messageZh: `议事处于 ${state} 时不能 ${step}；此刻允许：${allowed.join('、') || '无'}。`,
    hint: 'Proposed, deliberated, decided, carried out: one after the other.',
    details: { state, step, allowed },
  });
}
