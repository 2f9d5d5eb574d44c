import { CityError } from '../../../kernel/city-error.js';
import { unitRefOf } from '../../grids/graphql/index.js';
import type { DecisionWithdrawal, DecisionWords, PairRejection, SetDeclaration } from '../decisions/decision-input.js';
import type { DecisionWordsInput, DeclareLinkInput, RejectLinkInput, WithdrawLinkDecisionInput } from './decide-links.input.js';
import { decisionUuidOf } from './decision-value.js';

/** The declaration that an input means; throws `BAD_USER_INPUT` where it replaces one without its version. */
export function setDeclaration(input: DeclareLinkInput): SetDeclaration {
  return {
    ...wordsOf(input),
    unit: unitRefOf(input.unit),
    layer: input.layer,
    weights: input.weights.map(({ localId, weight, inverseWeight }) => ({ localId, weight, inverseWeight: inverseWeight ?? null })),
    remainder: input.remainder ?? null,
    doubleCover: input.doubleCover,
    restAsComputed: input.restAsComputed,
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
    replaces: replacedBy(input),
  };
}

/** The rejection that an input means. */
export function pairRejection(input: RejectLinkInput): PairRejection {
  return { ...wordsOf(input), one: unitRefOf(input.one), other: unitRefOf(input.other), validFrom: input.validFrom ?? null };
}

/** The withdrawal that an input means; throws `BAD_USER_INPUT` where its id is not a decision's. */
export function withdrawalOf(input: WithdrawLinkDecisionInput): DecisionWithdrawal {
  return { ...wordsOf(input), uuid: decisionUuidOf(input.id), expectedVersion: input.expectedVersion };
}

function wordsOf({ idempotencyKey, documentNumber, reason, organisation }: DecisionWordsInput): DecisionWords {
  return { idempotencyKey, documentNumber, reason, organisation };
}

function replacedBy({ replaces, expectedVersion }: DeclareLinkInput): SetDeclaration['replaces'] {
  if (replaces == null && expectedVersion == null) return null;
  if (replaces != null && expectedVersion != null) return { uuid: decisionUuidOf(replaces), expectedVersion };
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected replaces and expectedVersion together, got one of them.',
    messageZh: 'replaces 与 expectedVersion 须同时给出，只收到其一。',
  });
}
