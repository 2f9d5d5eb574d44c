import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { SourceId } from '../../kernel/ids.js';
import { isPlainText } from '../../kernel/text.js';
import type { Layer } from '../grids/index.js';
import type { LayerState } from './ports.js';
import type { DeclaredFaults, GroundFault, GroundFaultKind } from './redraw.js';
import type { BeginningUnit, EndingUnit } from './redraw-unit.js';

/** Says why an id is not of a layer's scheme, or null when it is. */
export type LocalIdRule = (localId: SourceId) => string | null;

/** The units of a redraw with what they are judged by. */
export interface JudgedRedraw {
  readonly layer: Layer;
  readonly effectiveFrom: CalendarDate;
  readonly ends: readonly SourceId[];
  readonly begins: readonly BeginningUnit[];
}

const mostUnits = 1_000;
const longestName = 500;
const shareTolerance = 1e-9;

/**
 * The units that end, once ids and dates have been found in order on the layer as it will stand on the day.
 * Throws `NOT_FOUND` for a unit that is not in force then, `CONFLICT` for an id in use or a day before what was published, `BAD_USER_INPUT` otherwise.
 */
export function checkUnits(redraw: JudgedRedraw, state: LayerState, idRule: LocalIdRule): readonly EndingUnit[] {
  const { effectiveFrom } = redraw;
  if (redraw.ends.length === 0 || redraw.begins.length === 0 || redraw.ends.length + redraw.begins.length > mostUnits) throw wrongNumber();
  refuseTwice('ends', redraw.ends);
  refuseTwice(
    'units',
    redraw.begins.map(({ localId }) => localId),
  );
  if (state.lastFiled !== null && effectiveFrom < state.lastFiled) throw beforePublished(effectiveFrom, state.lastFiled);
  const ends = redraw.ends.map((localId) => endingUnit(localId, redraw, state));
  for (const unit of redraw.begins) checkBeginning(unit, redraw, { state, idRule });
  checkPredecessors(redraw.begins, ends);
  return ends;
}

function endingUnit(localId: SourceId, { layer, effectiveFrom }: JudgedRedraw, state: LayerState): EndingUnit {
  const unit = state.inForce.get(localId);
  if (unit === undefined) throw notInForce(localId, layer, effectiveFrom);
  if (unit.validFrom >= effectiveFrom || state.changedLater.has(localId)) throw changesLater(localId, effectiveFrom);
  return unit;
}

function checkBeginning(
  unit: BeginningUnit,
  { layer, ends }: JudgedRedraw,
  by: { readonly state: LayerState; readonly idRule: LocalIdRule },
): void {
  const { localId, name, households } = unit;
  const fault = by.idRule(localId);
  if (fault !== null)
    throw refused(
      `units: ${JSON.stringify(localId)}: ${fault}, by the scheme ${layer.idScheme}.`,
      `单元编号 ${localId} 不合 ${layer.idScheme} 规则。`,
    );
  if ([...name.trim()].length < 1 || name.length > longestName || !isPlainText(name)) {
    throw refused(
      `units: expected a name of 1 to ${longestName} characters for ${localId}.`,
      `单元 ${localId} 的名称应为 1 至 ${longestName} 个字。`,
    );
  }
  if (households !== null && households < 0)
    throw refused(`units: expected a number of households from 0 for ${localId}, got ${households}.`, `单元 ${localId} 的户数不得为负。`);
  const isFree = ends.includes(localId) || !(by.state.inForce.has(localId) || by.state.changedLater.has(localId));
  if (!isFree) throw inUse(localId, layer);
}

function checkPredecessors(begins: readonly BeginningUnit[], ends: readonly EndingUnit[]): void {
  const byId = new Map(ends.map((unit) => [unit.localId, unit]));
  const given = new Map<SourceId, number>();
  for (const { localId, areaM2, predecessors } of begins) {
    const isToldByOutlines = areaM2 !== null && ends.some((unit) => unit.areaM2 !== null);
    if (predecessors.length === 0 && !isToldByOutlines)
      throw refused(
        `units: expected predecessors for ${localId}, where outlines do not tell them.`,
        `单元 ${localId} 无界线可据，须写明前身。`,
      );
    for (const predecessor of predecessors) {
      const from = byId.get(predecessor.localId);
      if (from === undefined)
        throw refused(
          `units: expected predecessors of ${localId} among the units that end, got ${JSON.stringify(predecessor.localId)}.`,
          `单元 ${localId} 的前身 ${predecessor.localId} 不在停用之列。`,
        );
      if (areaM2 !== null && from.areaM2 !== null)
        throw refused(
          `units: ${localId} and ${from.localId} are both drawn: their outlines tell the weights.`,
          `单元 ${localId} 与 ${from.localId} 均有界线，权重由界线得出。`,
        );
      given.set(from.localId, (given.get(from.localId) ?? 0) + predecessor.weight);
    }
    const taken = predecessors.reduce((sum, { inverseWeight }) => sum + inverseWeight, 0);
    if (taken > 1 + shareTolerance) throw moreThanWhole(localId, taken);
    if (predecessors.some(({ weight, inverseWeight }) => !isShare(weight) || !isShare(inverseWeight)))
      throw refused(
        `units: expected weights of predecessors of ${localId} above 0 and at most 1.`,
        `单元 ${localId} 前身的权重应大于 0 且不大于 1。`,
      );
  }
  for (const [localId, weight] of given) if (weight > 1 + shareTolerance) throw moreThanWhole(localId, weight);
}

const isShare = (share: number): boolean => share > 0 && share <= 1;

function refuseTwice(field: string, localIds: readonly SourceId[]): void {
  const twice = localIds.find((localId, index) => localIds.indexOf(localId) !== index);
  if (twice !== undefined)
    throw refused(`${field}: expected each unit once, got ${JSON.stringify(twice)} twice.`, `${field}：${twice} 重复。`);
}

const declaredBy: Readonly<Record<GroundFaultKind, keyof DeclaredFaults>> = { HOLE: 'gaps', OVERLAP: 'overlaps', BEYOND: 'beyond' };
const inputOf: Readonly<Record<GroundFaultKind, string>> = { HOLE: 'declaredGaps', OVERLAP: 'declaredOverlaps', BEYOND: 'declaredBeyond' };
const wordsOf: Readonly<Record<GroundFaultKind, readonly [en: string, zh: string]>> = {
  HOLE: ['ground of the old units is left to nobody', '原有地域无人承接'],
  OVERLAP: ['ground is given twice', '地域重叠'],
  BEYOND: ['ground outside the old units is taken in', '划入了原地域以外的地域'],
};

/** Passes where every fault of the ground was declared; throws `GEOMETRY_INVALID` with the place and the area of the largest that was not. */
export function checkGround(faults: readonly GroundFault[], declared: DeclaredFaults): void {
  const undeclared = faults.filter(({ kind }) => declared[declaredBy[kind]] === null).sort((a, b) => b.areaM2 - a.areaM2);
  const [worst] = undeclared;
  if (worst === undefined) return;
  const [en, zh] = wordsOf[worst.kind];
  const place = `${worst.longitude.toFixed(6)}, ${worst.latitude.toFixed(6)}`;
  throw new CityError({
    code: 'GEOMETRY_INVALID',
    message: `units: expected the ground of the units that end, divided anew, but ${en}: ${worst.areaM2.toFixed(1)} m² around ${place} (${worst.localIds.join(', ')}).`,
    messageZh: `新单元应恰好重分旧单元的地域，但${zh}：${place} 附近 ${worst.areaM2.toFixed(1)} 平方米（${worst.localIds.join('、')}）。`,
    hint: `Correct the boundaries, or say why it is meant in ${inputOf[worst.kind]}.`,
    details: { reason: worst.kind, ...worst, faults: undeclared },
  });
}

function refused(message: string, messageZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message, messageZh });
}

function wrongNumber(): CityError {
  return refused(
    `Expected at least one unit that ends and one that begins, ${mostUnits} in all at most.`,
    `应至少有一个停用单元和一个新单元，合计不超过 ${mostUnits} 个。`,
  );
}

function moreThanWhole(localId: SourceId, share: number): CityError {
  return refused(
    `units: expected the shares of ${localId} to add up to 1 at most, got ${share}.`,
    `单元 ${localId} 的份额合计不得超过 1，收到 ${share}。`,
  );
}

function notInForce(localId: SourceId, layer: Layer, day: CalendarDate): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `ends: expected a unit of ${layer.key} that is in force on ${day}, got ${JSON.stringify(localId)}.`,
    messageZh: `ends：${localId} 不是 ${layer.key} 在 ${day} 有效的单元。`,
    hint: 'resolveIds tells whether the id was retired.',
  });
}

function changesLater(localId: SourceId, day: CalendarDate): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `ends: ${localId} begins or changes on or after ${day}, which this redraw would undo.`,
    messageZh: `ends：单元 ${localId} 在 ${day} 当日或之后另有变更。`,
    hint: 'Choose a later day.',
  });
}

function inUse(localId: SourceId, layer: Layer): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `units: the id ${localId} is in use in ${layer.key} by a unit that stays.`,
    messageZh: `编号 ${localId} 在 ${layer.key} 中由未停用的单元使用。`,
    hint: 'Give the new unit a free id, or let the old one end.',
  });
}

function beforePublished(day: CalendarDate, last: CalendarDate): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `effectiveFrom: expected a day from ${last} on, that of the layer's last published redraw, got ${day}.`,
    messageZh: `生效日应不早于该图层上次公布的 ${last}，收到 ${day}。`,
    hint: 'A published division is immutable; a correction takes effect after it.',
  });
}
