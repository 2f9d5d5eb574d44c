import { CityError } from '../../../kernel/city-error.js';
import { conservationTolerance } from '../conservation.js';
import {
  type DecidedGround,
  type DecisionsInForce,
  type DeclaredSet,
  type DeclaredWeight,
  pairKey,
  type RejectedPair,
} from './decision.js';
import { overlaps } from './period.js';

/** A decision in force that another cannot stand beside. */
export interface Contradiction {
  readonly with: { readonly id: string; readonly documentNumber: string };
  readonly because: string;
  readonly becauseZh: string;
}

/**
 * What a new set contradicts, or null: another set of the same row on common days, a rejection of a pair that it names, or a set of the
 * other end that says another share of the same link (1e-9 is the same).
 */
export function contradictionOfSet(
  set: DeclaredSet,
  { sets, rejections }: DecisionsInForce,
  ground: Pick<DecidedGround, 'layerOf'>,
): Contradiction | null {
  const meanwhile = sets.filter((one) => overlaps(one, set));
  const twin = meanwhile.find((one) => one.unitUuid === set.unitUuid && one.layerKey === set.layerKey);
  if (twin) return { with: twin, because: 'the same row is declared there for some of these days', becauseZh: '同一行在部分日期已有认定' };
  const pairs = new Set(set.weights.map(({ targetUuid }) => pairKey(set.unitUuid, targetUuid)));
  const rejection = rejections.find((one) => overlaps(one, set) && pairs.has(pairKey(one.oneUuid, one.otherUuid)));
  if (rejection) return { with: rejection, because: 'it rejects a pair that this set names', becauseZh: '其否定了本认定所列的一对网格' };
  const facing = meanwhile.filter((one) => one.layerKey === ground.layerOf(set.unitUuid) && ground.layerOf(one.unitUuid) === set.layerKey);
  const other = facing.find((one) => !agree(set, one) || !agree(one, set));
  return other ? { with: other, because: 'it declares another share of the same link', becauseZh: '其对同一关联认定了不同份额' } : null;
}

/** What a new rejection contradicts, or null: a rejection of the same pair, or a set that names it, on common days. */
export function contradictionOfRejection(rejection: RejectedPair, { sets, rejections }: DecisionsInForce): Contradiction | null {
  const pair = pairKey(rejection.oneUuid, rejection.otherUuid);
  const twin = rejections.find((one) => overlaps(one, rejection) && pairKey(one.oneUuid, one.otherUuid) === pair);
  if (twin) return { with: twin, because: 'the same pair is rejected there', becauseZh: '同一对网格已被否定' };
  const naming = sets.find(
    (set) => overlaps(set, rejection) && set.weights.some(({ targetUuid }) => pairKey(set.unitUuid, targetUuid) === pair),
  );
  return naming ? { with: naming, because: 'it names the pair as linked', becauseZh: '其认定该对网格相关联' } : null;
}

/** The refusal that names the decision in the way. */
export function contradicted({ with: other, because, becauseZh }: Contradiction): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `Expected a decision that agrees with those in force, but decision ${other.id} (document ${other.documentNumber}) stands against it: ${because}.`,
    messageZh: `应与现行决定一致，而决定 ${other.id}（文号 ${other.documentNumber}）与之抵触：${becauseZh}。`,
    hint: 'Withdraw that decision first, or replace it: name it in replaces with its version as expectedVersion.',
    details: { decision: other.id, documentNumber: other.documentNumber },
  });
}

/** Whether `facing` says of the links that `set` names what `set` says. */
function agree(set: DeclaredSet, facing: DeclaredSet): boolean {
  const named = set.weights.find(({ targetUuid }) => targetUuid === facing.unitUuid);
  if (!named) return true;
  const back = facing.weights.find(({ targetUuid }) => targetUuid === set.unitUuid);
  // A set that leaves the rest to computing says nothing of the units that it does not name.
  if (!back) return facing.remainder === null;
  return agreesWith(named, back) && agreesWith(back, named);
}

function agreesWith(one: DeclaredWeight, other: DeclaredWeight): boolean {
  return !one.inverseGiven || Math.abs(one.inverseWeight - other.weight) <= conservationTolerance;
}
