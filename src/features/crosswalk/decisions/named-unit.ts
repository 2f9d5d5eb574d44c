import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { UnitRef } from '../../grids/index.js';
import type { UnitCandidate } from './ports.js';

/**
 * The unit that each reference names on a day, in order. Throws `NOT_FOUND` for one that is not valid on that day, and `BAD_USER_INPUT`
 * for one that several layers hold or that is named twice.
 */
export function theUnits(
  refs: readonly UnitRef[],
  candidates: readonly (readonly UnitCandidate[])[],
  day: CalendarDate,
): readonly UnitCandidate[] {
  const units = refs.map((ref, index) => theUnit(ref, candidates[index]!, day));
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unit.uuid)) throw namedTwice(unit);
    seen.add(unit.uuid);
  }
  return units;
}

/** Passes layers that differ; throws `BAD_USER_INPUT` where a unit would be linked within its own. */
export function checkOtherLayer(one: LayerKey, other: LayerKey): void {
  if (one !== other) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `layer: expected another layer than the unit's own, got ${one} twice.`,
    messageZh: `layer：应为该网格所在图层以外的图层，两处均为 ${one}。`,
    hint: 'Links stand between units of different layers.',
  });
}

function theUnit(ref: UnitRef, candidates: readonly UnitCandidate[], day: CalendarDate): UnitCandidate {
  const there = candidates.filter(({ isThere }) => isThere);
  if (there.length === 1) return there[0]!;
  throw there.length === 0 ? notThere(ref, day, candidates.length > 0) : ambiguous(ref, there);
}

function notThere({ localId, layer }: UnitRef, day: CalendarDate, isKnown: boolean): CityError {
  const where = layer === null ? '' : ` in ${layer}`;
  return new CityError({
    code: 'NOT_FOUND',
    message: `Expected a unit that is valid on ${day}, got ${JSON.stringify(localId)}${where}, which ${isKnown ? 'is not valid on that day' : 'nobody ever used'}.`,
    messageZh: `应为 ${day} 有效的网格，收到 ${JSON.stringify(localId)}${where}，${isKnown ? '该日无效' : '从未使用'}。`,
    hint: isKnown ? 'Give a validFrom on which the unit is valid.' : 'resolveIds tells what became of an id.',
  });
}

function ambiguous({ localId }: UnitRef, there: readonly UnitCandidate[]): CityError {
  const keys = there.map(({ layerKey }) => layerKey);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `localId: ${JSON.stringify(localId)} stands in several layers: ${keys.join(', ')}.`,
    messageZh: `localId：${JSON.stringify(localId)} 同时存在于多个图层：${keys.join('、')}。`,
    hint: 'Name the layer.',
    details: { layers: keys },
  });
}

function namedTwice({ localId, layerKey }: UnitCandidate): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected each unit once, got ${JSON.stringify(localId)} of ${layerKey} twice.`,
    messageZh: `每个网格只应列一次，${layerKey} 的 ${JSON.stringify(localId)} 出现两次。`,
  });
}
