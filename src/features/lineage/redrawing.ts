import type { NestedRings } from '../../geometry/rings.js';
import { CityError } from '../../kernel/city-error.js';
import type { Clock } from '../../kernel/clock.js';
import { uuidOf } from '../../kernel/ids.js';
import type { Outbound } from '../../kernel/outbound.js';
import type { Sql } from '../../kernel/sql.js';
import {
  type Acted,
  type Acting,
  actOnce,
  type ActParts,
  checkedDeclaration,
  type Declaration,
  type FindOrganisation,
} from '../access/index.js';
import type { ChangedUnit, GridModel, ModelSource, UnitIndexWriter } from '../grids/index.js';
import { admitOutline } from './admit-outline.js';
import { checkGround, checkUnits, type LocalIdRule } from './check-redraw.js';
import { checkedFaults } from './declared-faults.js';
import { type Measurable, type Measured, measureGround } from './measure-ground.js';
import { planRedraw } from './plan-redraw.js';
import type { GroundComparison, LineageWriter, RedrawEvents, RedrawStore } from './ports.js';
import type { Redraw, RedrawAct, RedrawDeed, RedrawUnit } from './redraw.js';
import { checkBody, concernOfStep } from './redraw-areas.js';
import { arrivalsOf, retiredOf } from './redraw-arrivals.js';
import type { RedrawAction, RedrawProposal } from './redraw-proposal.js';
import { checkTurn, stepOf } from './redraw-steps.js';
import type { BeginningUnit, EndingUnit } from './redraw-unit.js';
import { acknowledgedStep, filedSteps, notifiedSteps } from './steps-for-offices.js';

/** What redrawing needs. */
export interface RedrawingParts extends ActParts {
  readonly store: RedrawStore;
  readonly events: RedrawEvents;
  readonly outbound: Outbound;
  readonly lineage: LineageWriter;
  readonly units: UnitIndexWriter;
  readonly models: ModelSource;
  readonly ground: GroundComparison;
  readonly findOrganisation: FindOrganisation;
  /** The rule of local ids of each id scheme; a scheme without a rule is opaque. */
  readonly idRules: Readonly<Record<string, LocalIdRule>>;
  readonly clock: Clock;
  /** Brings the new division into the picture of the city, and owes the crosswalk its recomputation. */
  readonly published: (units: readonly ChangedUnit[]) => Promise<void>;
}

type RedrawIds = { readonly redraw: string };

/** A redraw with everything that it is judged by, as the index stands now. */
type Judged = Measurable & Measured;

/** What is to be judged. */
type Judgeable = Pick<RedrawProposal, 'layerKey' | 'effectiveFrom' | 'ends' | 'declared'> & { readonly begins: readonly BeginningUnit[] };

/** Takes new divisions of layers through the procedure: proposed, reviewed, told to the offices, filed. Every act is done once for its key. */
export class Redrawing {
  readonly #parts: RedrawingParts;

  constructor(parts: RedrawingParts) {
    this.#parts = parts;
  }

  /** Proposes a redraw, checked whole; throws a named refusal, having changed nothing. */
  propose(given: RedrawProposal, acting: Acting): Promise<Acted<RedrawIds>> {
    const { idempotencyKey, ...input } = given;
    const uuid = uuidOf('redraw', acting.principal.subject, idempotencyKey);
    return actOnce({ ...acting, name: 'redrawGrids', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const declaration = checkedDeclaration(input);
      const declared = checkedFaults(given.declared);
      const { city } = await this.#modelOn(given.effectiveFrom);
      const begins = given.begins.map((unit) => admitOutline(unit, city));
      const judged = await this.#judge(sql, { ...given, declared, begins });
      concerning(concernOfStep(judged.layer, stepOf('PROPOSE'), { model: judged.model, units: [...judged.ends, ...begins] }));
      const act = await this.#act(sql, { deed: 'PROPOSE', version: 1, declaration, acting, judged });
      const { layerKey, effectiveFrom } = given;
      const { ends, findings } = judged;
      const { store } = this.#parts;
      await store.propose(sql, {
        uuid,
        layerKey,
        effectiveFrom,
        declared,
        findings,
        ends: ends.map(shownEnd),
        begins: begins.map(shownBegin),
        act,
      });
      return { redraw: uuid };
    });
  }

  /** Passes a redraw on, and tells every office of it; or returns it, which ends it. */
  review(given: RedrawAction & { readonly deed: 'APPROVE' | 'RETURN' }, acting: Acting): Promise<Acted<RedrawIds>> {
    return this.#step('reviewRedraw', given, acting, async (sql, redraw, act) => {
      const { store, events, outbound } = this.#parts;
      await store.advance(sql, redraw.uuid, stepOf(given.deed).to, act);
      if (given.deed === 'RETURN') return;
      const model = await this.#modelOn(redraw.effectiveFrom);
      const departments = [...new Set(model.layers.flatMap(({ department }) => department ?? []))];
      await store.notify(sql, redraw.uuid, departments, act.at);
      await events.notified(sql, { ...redraw, version: act.version }, departments, act.at);
      await outbound.append(sql, notifiedSteps(redraw, departments, act.at));
    });
  }

  /** Files a redraw, which publishes it: units on both clocks, lineage and events in one transaction, judged once more before. */
  async file(given: RedrawAction, acting: Acting): Promise<Acted<RedrawIds>> {
    let changed: readonly ChangedUnit[] = [];
    const acted = await this.#step('fileRedraw', { ...given, deed: 'FILE' }, acting, async (sql, redraw, act) => {
      changed = await this.#publish(sql, redraw, act);
    });
    if (!acted.idempotentReplay) await this.#parts.published(changed);
    return acted;
  }

  /** Notes that an office has taken note of a redraw. */
  acknowledge(given: Omit<RedrawAction, keyof Declaration> & { readonly department: string }, acting: Acting): Promise<Acted<RedrawIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name: 'acknowledgeRedraw', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { store, outbound, clock } = this.#parts;
      const redraw = await store.held(sql, given.redraw);
      if (redraw === null) throw unknownRedraw();
      const ground = { model: await this.#modelOn(redraw.effectiveFrom), units: [...redraw.ends, ...redraw.begins] };
      concerning(concernOfStep(given, stepOf('PROPOSE'), ground));
      const notice = { department: given.department, acknowledgedAt: clock.now(), acknowledgedBy: acting.principal.subject };
      if (!(await store.acknowledge(sql, given.redraw, notice))) throw neverTold(given.department);
      await outbound.append(sql, [acknowledgedStep(redraw, given.department, notice.acknowledgedAt)]);
      return { redraw: given.redraw };
    });
  }

  #step(
    name: 'reviewRedraw' | 'fileRedraw',
    given: RedrawAction & { readonly deed: RedrawDeed },
    acting: Acting,
    effect: (sql: Sql, redraw: Redraw, act: RedrawAct) => Promise<void>,
  ): Promise<Acted<RedrawIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name, idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const declaration = checkedDeclaration(given);
      const redraw = await this.#parts.store.held(sql, given.redraw);
      if (redraw === null) throw unknownRedraw();
      const judged = { model: await this.#modelOn(redraw.effectiveFrom), ends: redraw.ends, begins: redraw.begins };
      const layer = judged.model.layer(redraw.layerKey);
      if (layer === null) throw unknownLayer(judged.model, redraw.layerKey);
      concerning(concernOfStep(layer, stepOf(given.deed), { model: judged.model, units: [...redraw.ends, ...redraw.begins] }));
      checkTurn(redraw, given.deed, given.expectedVersion);
      const act = await this.#act(sql, { deed: given.deed, version: redraw.version + 1, declaration, acting, judged });
      await effect(sql, redraw, act);
      return { redraw: redraw.uuid };
    });
  }

  async #act(
    sql: Sql,
    of: {
      readonly deed: RedrawDeed;
      readonly version: number;
      readonly declaration: Declaration;
      readonly acting: Acting;
      readonly judged: { readonly model: GridModel; readonly ends: readonly Outlined[]; readonly begins: readonly Outlined[] };
    },
  ): Promise<RedrawAct> {
    const { store, findOrganisation, clock } = this.#parts;
    const { deed, version, declaration, acting, judged } = of;
    const body = await store.body(sql, await findOrganisation(sql, declaration.organisation));
    checkBody(body, stepOf(deed), { model: judged.model, units: [...judged.ends, ...judged.begins] });
    const { document, role } = declaration;
    return { deed, version, subject: acting.principal.subject, role, organisationUuid: body.uuid, document, at: clock.now() };
  }

  /** The city on the first day of the new division; refuses a day before the city began. */
  async #modelOn(day: string): Promise<GridModel> {
    const { models } = this.#parts;
    const current = models.current();
    return current.at === day ? current : models.at({ at: day, knownAt: null });
  }

  async #judge(sql: Sql, redraw: Judgeable): Promise<Judged> {
    const { store, idRules, ground } = this.#parts;
    const model = await this.#modelOn(redraw.effectiveFrom);
    const layer = model.layer(redraw.layerKey);
    if (layer === null) throw unknownLayer(model, redraw.layerKey);
    await store.lock(sql, redraw.layerKey);
    const state = await store.layerState(sql, redraw.layerKey, redraw.effectiveFrom);
    const ends = checkUnits({ ...redraw, layer }, state, idRules[layer.idScheme] ?? (() => null));
    const measured = await ground((engine) => measureGround(engine, { model, layer, state, ends, begins: redraw.begins }));
    checkGround(measured.findings, redraw.declared);
    return { model, layer, state, ends, begins: redraw.begins, ...measured };
  }

  async #publish(sql: Sql, redraw: Redraw, act: RedrawAct): Promise<readonly ChangedUnit[]> {
    const { store, events, outbound, lineage, units } = this.#parts;
    const judged = await this.#judge(sql, { ...redraw, ends: redraw.ends.map(({ localId }) => localId) });
    const plan = planRedraw({ ...redraw, ...judged, generations: judged.state.generations });
    const changed = await units.apply(sql, arrivalsOf(redraw, plan, judged.model));
    const evidence = { redrawUuid: redraw.uuid, document: redraw.acts[0]!.document, runId: null };
    await lineage.add(sql, plan.steps, { ...evidence, subject: act.subject, role: act.role, organisationUuid: act.organisationUuid });
    await store.nameUnits(
      sql,
      redraw.uuid,
      plan.begins.map(({ unit, uuid }) => ({ localId: unit.localId, uuid })),
    );
    await store.advance(sql, redraw.uuid, 'FILED', act);
    const retired = retiredOf(plan, judged.layer);
    await events.filed(sql, { ...redraw, version: act.version }, retired, act.at);
    await outbound.append(sql, filedSteps(redraw, retired, act.at));
    return changed;
  }
}

type Outlined = { readonly localId: string; readonly divisionCode: string | null; readonly boundary: NestedRings | null };

function shownEnd({ uuid, localId, name, divisionCode, households, boundary, areaM2 }: EndingUnit): RedrawUnit {
  return { uuid, localId, name, divisionCode, households, boundary, areaM2, predecessors: [] };
}

function shownBegin(unit: BeginningUnit): RedrawUnit {
  return { ...unit, name: unit.name.trim(), uuid: null };
}

function unknownLayer(model: GridModel, key: string): CityError {
  const known = model.layers.map((layer) => layer.key);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `layer: expected a layer of this city (${known.join(', ')}), got ${JSON.stringify(key)}.`,
    messageZh: `layer：应为本市图层（${known.join('、')}），收到 ${JSON.stringify(key)}。`,
    hint: 'The query layers lists them all.',
  });
}

function unknownRedraw(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'redraw: expected the id of a redraw.',
    messageZh: 'redraw：没有这个调整方案。',
    hint: 'The query redraws lists them.',
  });
}

function neverTold(department: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `department: ${department} has not been told of this redraw.`,
    messageZh: `department：尚未将该方案告知 ${department}。`,
    hint: 'Offices are told when the county level has passed it.',
  });
}
