import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { UnitRef } from '../../grids/index.js';
import { checkPeriod } from './check-words.js';
import { contradicted, contradictionOfRejection, contradictionOfSet } from './contradictions.js';
import type { DecisionsInForce, DeclaredSet, RejectedPair } from './decision.js';
import type { DecisionWithdrawal, PairRejection, SetDeclaration } from './decision-input.js';
import { checkShares, inverseOf } from './declared-set.js';
import { checkReplaced, theStanding } from './ended-decision.js';
import type { LinkDecision } from './link-decision.js';
import { checkOtherLayer, theUnits } from './named-unit.js';
import type { DecisionMatter, DecisionStore, DecisionTold, RowRef, UnitCandidate } from './ports.js';

/** A decision that nothing stands against, and the rows that it changes. */
export interface Verdict {
  readonly matter: DecisionMatter;
  readonly event: DecisionTold['kind'];
  /** The decision that it ends. */
  readonly endsUuid: string | null;
  readonly rows: readonly RowRef[];
}

/** Looks at decisions before they are recorded, in the transaction that will record them. */
export class DecisionJudge {
  readonly #store: DecisionStore;

  constructor(store: DecisionStore) {
    this.#store = store;
  }

  /** Throws `BAD_USER_INPUT`, `NOT_FOUND` or `CONFLICT`. */
  async declaration(
    sql: Sql,
    input: SetDeclaration,
    { uuid, today }: { readonly uuid: string; readonly today: CalendarDate },
  ): Promise<Verdict> {
    checkShares(input);
    const period = checkPeriod({ validFrom: input.validFrom ?? today, validTo: input.validTo }, await this.#store.firstDay(sql));
    const { unit, targets } = await this.#unitsOf(sql, input, period.validFrom);
    const replaced = input.replaces === null ? null : await this.#standing(sql, input.replaces);
    const { documentNumber, layer: layerKey, remainder, doubleCover } = input;
    const weights = weightsOf(input, unit, targets);
    const set: DeclaredSet = { id: uuid, documentNumber, unitUuid: unit.uuid, layerKey, ...period, weights, remainder, doubleCover };
    checkReplaced(replaced, set);
    await this.#checkAgainstOthers(sql, set, replaced);
    return {
      matter: { kind: 'DECLARATION', set },
      event: 'LINK_DECLARED',
      endsUuid: replaced?.uuid ?? null,
      rows: [...rowsOfSet(unit, layerKey, targets), ...(replaced === null ? [] : rowsOf(replaced))],
    };
  }

  /** Throws `BAD_USER_INPUT`, `NOT_FOUND` or `CONFLICT`. */
  async rejection(
    sql: Sql,
    input: PairRejection,
    { uuid, today }: { readonly uuid: string; readonly today: CalendarDate },
  ): Promise<Verdict> {
    const { validFrom } = checkPeriod({ validFrom: input.validFrom ?? today, validTo: null }, await this.#store.firstDay(sql));
    const refs = [input.one, input.other];
    const [one, other] = theUnits(refs, await this.#store.candidates(sql, refs, validFrom), validFrom) as [UnitCandidate, UnitCandidate];
    checkOtherLayer(one.layerKey, other.layerKey);
    const { documentNumber } = input;
    const pair: RejectedPair = { id: uuid, documentNumber, oneUuid: one.uuid, otherUuid: other.uuid, validFrom, validTo: null };
    const contradiction = contradictionOfRejection(pair, await this.#store.inForce(sql, [one.uuid, other.uuid]));
    if (contradiction) throw contradicted(contradiction);
    return { matter: { kind: 'REJECTION', pair }, event: 'LINK_REJECTED', endsUuid: null, rows: rowsOfPair(one, other) };
  }

  /** Throws `NOT_FOUND` or `CONFLICT`. */
  async withdrawal(sql: Sql, input: DecisionWithdrawal): Promise<Verdict> {
    const ended = await this.#standing(sql, input);
    return { matter: { kind: 'WITHDRAWAL' }, event: 'DECISION_WITHDRAWN', endsUuid: ended.uuid, rows: rowsOf(ended) };
  }

  async #unitsOf(
    sql: Sql,
    { unit: asked, layer, weights }: SetDeclaration,
    day: CalendarDate,
  ): Promise<{ readonly unit: UnitCandidate; readonly targets: readonly UnitCandidate[] }> {
    if (!(await this.#store.hasLayer(sql, layer))) throw unknownLayer(layer);
    const inLayer = (localId: SourceId): UnitRef => ({ department: null, localId, layer });
    const refs = [asked, ...weights.map(({ localId }) => inLayer(localId))];
    const [unit, ...targets] = theUnits(refs, await this.#store.candidates(sql, refs, day), day) as [UnitCandidate, ...UnitCandidate[]];
    checkOtherLayer(unit.layerKey, layer);
    return { unit, targets };
  }

  async #standing(sql: Sql, asked: { readonly uuid: string; readonly expectedVersion: number }): Promise<LinkDecision> {
    const [found] = await this.#store.byUuid(sql, [asked.uuid]);
    return theStanding(found ?? null, asked);
  }

  async #checkAgainstOthers(sql: Sql, set: DeclaredSet, replaced: LinkDecision | null): Promise<void> {
    const named = [set.unitUuid, ...set.weights.map(({ targetUuid }) => targetUuid)];
    const { sets, rejections } = await this.#store.inForce(sql, named);
    const others = { sets: sets.filter(({ id }) => id !== replaced?.uuid), rejections };
    const ground = await this.#store.ground(sql, [...named, ...unitsOf(others)]);
    const contradiction = contradictionOfSet(set, others, ground);
    if (contradiction) throw contradicted(contradiction);
  }
}

function weightsOf({ weights }: SetDeclaration, unit: UnitCandidate, targets: readonly UnitCandidate[]): DeclaredSet['weights'] {
  return weights.map(({ weight, inverseWeight }, index) => ({
    targetUuid: targets[index]!.uuid,
    weight,
    inverseWeight: inverseWeight ?? inverseOf(weight, unit.areaM2, targets[index]!.areaM2),
    inverseGiven: inverseWeight !== null,
  }));
}

function unitsOf({ sets }: DecisionsInForce): readonly string[] {
  return sets.map(({ unitUuid }) => unitUuid);
}

/** The rows that a decision changes; a set is heard in the rows of the units that it names, where they are declared too. */
function rowsOf({ unit, other, layerKey, weights }: LinkDecision): readonly RowRef[] {
  if (other !== null) return rowsOfPair(unit!, other);
  return rowsOfSet(
    unit!,
    layerKey!,
    weights.map((weight) => weight.unit),
  );
}

type PlacedUnit = Pick<UnitCandidate, 'uuid' | 'layerKey'>;

function rowsOfSet(unit: PlacedUnit, layerKey: LayerKey, targets: readonly PlacedUnit[]): readonly RowRef[] {
  return [{ unitUuid: unit.uuid, layerKey }, ...targets.map((target) => ({ unitUuid: target.uuid, layerKey: unit.layerKey }))];
}

function rowsOfPair(one: PlacedUnit, other: PlacedUnit): readonly RowRef[] {
  return [
    { unitUuid: one.uuid, layerKey: other.layerKey },
    { unitUuid: other.uuid, layerKey: one.layerKey },
  ];
}

function unknownLayer(key: LayerKey): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `layer: expected a layer of this city, got ${JSON.stringify(key)}.`,
    messageZh: `layer：应为本市图层，收到 ${JSON.stringify(key)}。`,
    hint: 'The query layers lists them all.',
  });
}
