import { boxOf } from '../../../geometry/box.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { CityModel, CityModels, IndexMark, IndexMarks } from '../../crosswalk/index.js';
import type { ElementPlaces } from '../../elements/index.js';
import { movedElement } from './move-element.js';
import type { ChangedGround, OpenMatters, PlacingStore } from './ports.js';
import { goneUnits, type Heirs, rePlaced } from './re-place-matter.js';

/** Tells which units in force took the place of units that are gone. */
export type HeirsOf = (model: CityModel, unitUuids: readonly string[]) => Promise<Heirs>;

/** What placing anew works with. */
export interface RePlacingParts {
  readonly store: PlacingStore;
  readonly elements: ElementPlaces;
  readonly models: Pick<CityModels, 'isLoaded' | 'current' | 'mark'>;
  readonly marks: Pick<IndexMarks, 'changeSince'>;
  readonly heirsOf: HeirsOf;
  readonly clock: Clock;
  readonly log: Log;
}

/** DONE: everything lies on the ground of now. OWED: try again, another process is at it, or the picture or the links are behind. */
export type RoundOutcome = 'DONE' | 'OWED';

/** Beyond so many changed units it is cheaper to look at everything than to ask for each. */
const mostUnits = 500;

/**
 * Places open matters and all elements anew when the ground has changed; closed matters keep their place. A round is begun again from its
 * beginning after a crash and writes only what really moved, so that it can be repeated at will, by any process.
 */
export class RePlacing {
  readonly #parts: RePlacingParts;

  constructor(parts: RePlacingParts) {
    this.#parts = parts;
  }

  /** One round, broken off between two sets where `ended` says so; throws what the database throws, having lost nothing. */
  async round(ended?: AbortSignal): Promise<RoundOutcome> {
    const { store, models, marks } = this.#parts;
    const mark = models.mark;
    if (!models.isLoaded || mark === null) return 'DONE';
    const model = models.current();
    if (await this.#isDone(model)) return 'DONE';
    // A picture that is behind the index is being renewed at this moment; the next round has it.
    if ((await marks.changeSince(mark)) !== null) return 'OWED';
    let outcome: RoundOutcome = 'OWED';
    await store.inTurn(async () => {
      outcome = (await this.#isDone(model)) ? 'DONE' : await this.#place({ model, mark, ended });
    });
    return outcome;
  }

  async #isDone(model: CityModel): Promise<boolean> {
    const last = await this.#parts.store.placedUpTo();
    return last !== null && last.day === model.at && (await this.#parts.marks.changeSince(last.mark)) === null;
  }

  async #place({ model, mark, ended }: { readonly model: CityModel; readonly mark: IndexMark; readonly ended: AbortSignal | undefined }) {
    const { store, heirsOf, clock, log } = this.#parts;
    const begun = clock.now();
    const areLinksOwed = await store.areLinksOwed();
    const changed = await store.changedGround(model.at);
    const isAll = changed.length > mostUnits || (await store.placedUpTo()) === null;
    const round: Round = { model, heirs: new KnownHeirs(heirsOf, model), isLinked: !areLinksOwed, ended, looked: 0, moved: 0 };
    const elements = await this.#placeElements(round, isAll ? null : changed);
    for (const wish of isAll ? (['ALL'] as const) : ([around(model, changed), 'WITHOUT_POINT'] as const))
      await this.#placeMatters(round, wish);
    // What is placed by links waits for them; they follow behind a change of the ground.
    const isDone = round.isLinked && ended?.aborted !== true;
    if (isDone) await store.finish({ day: model.at, mark }, changed, clock.now());
    const milliseconds = clock.now().getTime() - begun.getTime();
    const { looked, moved } = round;
    log.info(
      { looked, moved, elements, units: changed.length, milliseconds, isDone },
      'matters and elements were placed on changed ground',
    );
    return isDone ? ('DONE' as const) : ('OWED' as const);
  }

  async #placeMatters(round: Round, wish: OpenMatters): Promise<void> {
    const { store, clock } = this.#parts;
    const { model, heirs, isLinked, ended } = round;
    if (wish === 'WITHOUT_POINT' && !isLinked) return;
    for await (const held of store.open(wish)) {
      if (ended?.aborted) return;
      const matters = isLinked ? held : held.filter(({ longitude }) => longitude !== null);
      const known = await heirs.of(matters.flatMap((matter) => goneUnits(model, matter)));
      const moved = matters.filter((matter) => rePlaced(model, matter, known) !== null).map(({ uuid }) => uuid);
      round.looked += matters.length;
      if (moved.length === 0) continue;
      round.moved += await store.move(moved, (matter) => rePlaced(model, matter, known), { day: model.at, at: clock.now() });
    }
  }

  async #placeElements({ model, heirs, ended }: Round, changed: readonly ChangedGround[] | null): Promise<number> {
    const { elements } = this.#parts;
    let moved = 0;
    for await (const standing of elements.standing(changed && changed.map(({ unitUuid }) => unitUuid))) {
      if (ended?.aborted) break;
      const gone = standing.flatMap(({ gridUuid }) => (gridUuid !== null && model.unitByUuid(gridUuid) === null ? [gridUuid] : []));
      const known = await heirs.of(gone);
      const moves = standing.flatMap((element) => movedElement(model, element, known) ?? []);
      if (moves.length > 0) moved += await elements.move(moves);
    }
    return moved;
  }
}

/** One round under way. */
interface Round {
  readonly model: CityModel;
  readonly heirs: KnownHeirs;
  /** Whether the links are of the ground of now. */
  readonly isLinked: boolean;
  readonly ended: AbortSignal | undefined;
  looked: number;
  moved: number;
}

/** The heirs that were asked for in one round, each once. */
class KnownHeirs {
  readonly #heirsOf: HeirsOf;
  readonly #model: CityModel;
  readonly #known = new Map<string, readonly { readonly unitUuid: string; readonly weight: number }[]>();

  constructor(heirsOf: HeirsOf, model: CityModel) {
    this.#heirsOf = heirsOf;
    this.#model = model;
  }

  async of(unitUuids: readonly string[]): Promise<Heirs> {
    const unknown = [...new Set(unitUuids)].filter((uuid) => !this.#known.has(uuid));
    const found = unknown.length === 0 ? new Map<string, never>() : await this.#heirsOf(this.#model, unknown);
    for (const uuid of unknown) this.#known.set(uuid, found.get(uuid) ?? []);
    return this.#known;
  }
}

function around(model: CityModel, changed: readonly ChangedGround[]): OpenMatters {
  return {
    unitUuids: changed.map(({ unitUuid }) => unitUuid),
    boxes: changed.flatMap(({ unitUuid }) => {
      const rings = model.unitByUuid(unitUuid)?.rings;
      return rings ? [boxOf(rings)] : [];
    }),
  };
}
