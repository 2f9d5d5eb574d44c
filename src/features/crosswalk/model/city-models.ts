import { CityError } from '../../../kernel/city-error.js';
import {
  buildGridModel,
  type GridModel,
  gridModelOver,
  type GridModelReader,
  type Instants,
  type ModelSource,
  type Surroundings,
} from '../../grids/index.js';
import { linkBases } from '../link-basis.js';
import type { CrosswalkStore } from '../ports.js';
import { type CoverageColumns, type CoverageRows, CoverageTable } from './coverage-table.js';
import type { IndexMark, IndexMarks, KeptAbout, ModelKeeper } from './kept-model.js';
import type { LinkColumns } from './link-columns.js';
import { type CityModel, LinkTable } from './link-table.js';

const keptInstants = 4;
const now: Instants = { at: null, knownAt: null };
const keptForm = 1;

/** What city models are made of. */
export interface CityModelParts {
  readonly grids: GridModelReader;
  readonly crosswalk: Pick<CrosswalkStore, 'links' | 'coverage'>;
  readonly marks: IndexMarks;
  readonly keeper: ModelKeeper;
}

/** The model of now, and where the index stood, at least, when it was read. */
interface MarkedModel {
  readonly model: CityModel;
  readonly mark: IndexMark;
}

/**
 * Holds the city model of now and builds those of other instants.
 * A new model takes the place of the old one in one step; requests that began with the old one keep it.
 */
export class CityModels implements ModelSource<CityModel> {
  readonly #parts: CityModelParts;
  readonly #past = new Map<string, Promise<CityModel>>();
  #turn: Promise<unknown> = Promise.resolve();
  #renewing: Promise<unknown> = Promise.resolve();
  #nextRenewal: Promise<void> | null = null;
  readonly #watchers = new Set<() => void>();
  #current: MarkedModel | null = null;
  #version = 0;
  #keptVersion = 0;

  constructor(parts: CityModelParts) {
    this.#parts = parts;
  }

  /** Whether a city has been loaded. */
  get isLoaded(): boolean {
    return this.#current !== null;
  }

  /** Where the index stood, at least, when the model of now was read: whoever follows the log from here misses no change. Null while no city has been loaded. */
  get mark(): IndexMark | null {
    return this.#current?.mark ?? null;
  }

  /** The model of now; throws `UNAVAILABLE` while no city has been loaded. */
  current(): CityModel {
    if (this.#current) return this.#current.model;
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: 'No city has been loaded yet.',
      messageZh: '尚未载入城市数据。',
      hint: 'Wait until /readyz answers, or load a city pack with npx allgrid import <folder>.',
    });
  }

  /**
   * Whether the model of now holds what the log tells up to a point, waited for at most so many milliseconds. Points of another life of
   * the log cannot be compared and count as held.
   */
  holds({ epoch, position }: Pick<IndexMark, 'epoch' | 'position'>, withinMs: number): Promise<boolean> {
    const isHeld = (): boolean => this.mark !== null && (this.mark.epoch !== epoch || this.mark.position >= position);
    if (isHeld()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(isHeld());
      };
      const look = (): void => (isHeld() ? end() : undefined);
      const timer = setTimeout(end, withinMs);
      this.#watchers.add(look);
    });
  }

  /** Puts the model that was kept in place where it is exact for now, and reads the index where it is not. */
  async open(): Promise<void> {
    const version = ++this.#version;
    const surroundings = await this.#parts.grids.surroundings(now);
    const kept = surroundings && (await this.#parts.keeper.load((about) => this.#faultOf(about, surroundings)));
    if (!kept) return this.refresh();
    const { units, links, coverage } = kept.columns;
    const model = cityModelOf(gridModelOver({ ...surroundings, version }, units), links, coverage);
    this.#put({ model, mark: kept.about.mark });
    this.#keptVersion = version;
  }

  /**
   * Reads the index anew and puts the model of now in place. One reading at a time, since two slow each other; all who ask while one is under
   * way share the next, which begins after they asked.
   */
  refresh(): Promise<void> {
    this.#nextRenewal ??= this.#renewing.then(() => {
      this.#nextRenewal = null;
      return this.#renew();
    });
    this.#renewing = this.#nextRenewal.catch(() => undefined);
    return this.#nextRenewal;
  }

  async #renew(): Promise<void> {
    // Before anything is read: what the mark tells of is in the model.
    const mark = await this.#parts.marks.now();
    const known = this.#current;
    const model = await this.#build(now, known?.mark.epoch === mark.epoch ? known : null);
    this.#put(model && { model, mark });
  }

  /** Keeps the model of now for the next start, unless it has been kept already. */
  async keep(): Promise<void> {
    const current = this.#current;
    if (current === null || current.model.version === this.#keptVersion) return;
    const { links, columns } = current.model;
    await this.#parts.keeper.save(aboutOf(current), { units: columns, links: links.columns, coverage: links.coverage.rows });
    this.#keptVersion = current.model.version;
  }

  async at(instants: Instants): Promise<CityModel> {
    const key = `${instants.at ?? ''}/${instants.knownAt?.toISOString() ?? ''}`;
    const known = this.#past.get(key);
    if (known) return known;
    const built = this.#inTurn(() => this.#build(instants)).then((model) => model ?? this.current());
    this.#past.set(key, built);
    built.catch(() => {
      if (this.#past.get(key) === built) this.#past.delete(key);
    });
    if (this.#past.size > keptInstants) this.#past.delete(this.#past.keys().next().value!);
    return built;
  }

  /** Models of other instants are built one after another: a request that names fifty dates must not read fifty cities at once. */
  #inTurn(build: () => Promise<CityModel | null>): Promise<CityModel | null> {
    const built = this.#turn.then(build);
    this.#turn = built.catch(() => null);
    return built;
  }

  #put(next: MarkedModel | null): void {
    if (next && this.#current && next.model.version < this.#current.model.version) return;
    this.#past.clear();
    this.#current = next;
    for (const look of [...this.#watchers]) look();
  }

  async #build(instants: Instants, known: MarkedModel | null = null): Promise<CityModel | null> {
    // Taken before anything is read: of two models the one begun later knows no less.
    const version = ++this.#version;
    const parts = await this.#parts.grids.read(instants);
    if (parts === null) return null;
    const grids = buildGridModel({ ...parts, version });
    const before = known && isComparable(known.model, grids) ? { model: known.model, oldestOpen: known.mark.oldestOpen } : undefined;
    const { crosswalk } = this.#parts;
    return cityModelOf(grids, await crosswalk.links(grids, before), await crosswalk.coverage(grids, before));
  }

  async #faultOf(about: KeptAbout, { city, at, layers }: Surroundings): Promise<string | null> {
    if (about.form !== keptForm || about.linkBases.join() !== linkBases.join()) return 'it is of another form';
    if (about.cityCode !== city.code) return `it is of the city ${about.cityCode}`;
    if (about.at !== at) return `it is of the day ${about.at}`;
    if (about.layerKeys.join() !== layers.map((layer) => layer.key).join()) return 'the city has other layers now';
    return this.#parts.marks.changeSince(about.mark);
  }
}

/** Whether rows that nobody has touched mean the same in both. */
function isComparable(known: GridModel, next: GridModel): boolean {
  const keysOf = ({ layers }: GridModel): string => layers.map((layer) => layer.key).join();
  return known.at === next.at && keysOf(known) === keysOf(next);
}

function cityModelOf(grids: GridModel, links: LinkColumns, coverage: CoverageColumns | CoverageRows): CityModel {
  return Object.assign(grids, { links: new LinkTable(grids, links, new CoverageTable(grids, coverage)) });
}

function aboutOf({ model, mark }: MarkedModel): KeptAbout {
  const layerKeys = model.layers.map((layer) => layer.key);
  return { form: keptForm, mark, cityCode: model.city.code, at: model.at, layerKeys, linkBases };
}
