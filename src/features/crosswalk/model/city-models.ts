import { CityError } from '../../../kernel/city-error.js';
import { buildGridModel, type GridModelReader, type Instants, type ModelSource } from '../../grids/index.js';
import type { CrosswalkStore } from '../ports.js';
import { CoverageTable } from './coverage-table.js';
import { type CityModel, LinkTable } from './link-table.js';

const keptInstants = 4;

/**
 * Holds the city model of now and builds those of other instants.
 * A new model takes the place of the old one in one step; requests that began with the old one keep it.
 */
export class CityModels implements ModelSource<CityModel> {
  readonly #grids: GridModelReader;
  readonly #crosswalk: Pick<CrosswalkStore, 'links' | 'coverage'>;
  readonly #past = new Map<string, Promise<CityModel>>();
  #turn: Promise<unknown> = Promise.resolve();
  #current: CityModel | null = null;
  #version = 0;

  constructor(grids: GridModelReader, crosswalk: Pick<CrosswalkStore, 'links' | 'coverage'>) {
    this.#grids = grids;
    this.#crosswalk = crosswalk;
  }

  /** Whether a city has been loaded. */
  get isLoaded(): boolean {
    return this.#current !== null;
  }

  /** The model of now; throws `UNAVAILABLE` while no city has been loaded. */
  current(): CityModel {
    if (this.#current) return this.#current;
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: 'No city has been loaded yet.',
      messageZh: '尚未载入城市数据。',
      hint: 'Wait until /readyz answers, or load a city pack with npx allgrid import <folder>.',
    });
  }

  /** Reads the index anew and puts the model of now in place, unless one that was begun later is there already. */
  async refresh(): Promise<void> {
    const model = await this.#build({ at: null, knownAt: null });
    if (model && this.#current && model.version < this.#current.version) return;
    this.#past.clear();
    this.#current = model;
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

  async #build(instants: Instants): Promise<CityModel | null> {
    // Taken before anything is read: of two models the one begun later knows no less.
    const version = ++this.#version;
    const parts = await this.#grids.read(instants);
    if (parts === null) return null;
    const grids = buildGridModel({ ...parts, version });
    const links = await this.#crosswalk.links(grids);
    const coverage = new CoverageTable(grids, await this.#crosswalk.coverage(grids));
    return Object.assign(grids, { links: new LinkTable(grids, links, coverage) });
  }
}
