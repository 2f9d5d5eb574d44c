import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { addDays, type CalendarDate } from '../../../../kernel/dates.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { modelFor } from '../../../grids/graphql/index.js';
import type { GridUnit, ModelSource } from '../../../grids/index.js';
import type { LineageReader } from '../../../lineage/index.js';
import type { Matter } from '../../matter.js';
import { placedOn } from '../../placing/placed-on.js';
import type { MatterPlacement, MatterReadModel, Placement } from '../../ports.js';
import type { MatterPlacementValue } from './matter-placement.type.js';

type Context = RequestContext<CityModel>;

/** What places are read from. */
export interface PlacedUnitsSources {
  readonly matters: Pick<MatterReadModel, 'placementsOf'>;
  readonly models: ModelSource<CityModel>;
  readonly lineage: Pick<LineageReader, 'graph'>;
}

/** Tells in which units matters were placed: as they lie now, or on a day; a page of matters costs one statement each. */
export class PlacedUnits {
  readonly #sources: PlacedUnitsSources;
  readonly #places = perRequest<string, readonly Placement[]>('placementsByMatter', (uuids, { scope }) => this.#read(uuids, scope, null));
  readonly #placesOnDay = perRequest<string, readonly Placement[]>('placementsByMatterAndDay', async (keys, { scope }) => {
    const days = groupBy(keys, dayOf);
    const answers = new Map<string, readonly Placement[]>();
    for (const [day, ofDay] of days) {
      const places = await this.#read(ofDay.map(uuidOf), scope, day);
      ofDay.forEach((key, nth) => answers.set(key, places[nth]!));
    }
    return keys.map((key) => answers.get(key)!);
  });
  readonly #retired = perRequest<string, GridUnit | null>('unitOnItsLastDay', (uuids) => this.#onLastDay(uuids));

  constructor(sources: PlacedUnitsSources) {
    this.#sources = sources;
  }

  /** The units that a matter is counted in, one that is no longer in force as it was on its last day. */
  async now(matter: Matter, context: Context): Promise<readonly MatterPlacementValue[]> {
    return this.these(await this.#places(context).load(matter.uuid), context);
  }

  /** The units of places that were read before, in their order, each as it is today or was on its last day. */
  async these(places: readonly Placement[], context: Context): Promise<readonly MatterPlacementValue[]> {
    const units = await Promise.all(places.map(({ unitUuid }) => this.unit(unitUuid, context)));
    return places.flatMap(({ weight, by }, nth) => (units[nth] ? [{ grid: units[nth], weight, by }] : []));
  }

  /** The units of a day's ground that it lay in, or would have. Throws `DATE_INVALID` for a day before the city's first one. */
  async on(matter: Matter, day: CalendarDate, context: Context): Promise<readonly MatterPlacementValue[]> {
    const model = await modelFor(this.#sources.models, context, { at: day });
    const places = matter.longitude === null ? await this.#placesOnDay(context).load(`${matter.uuid} ${day}`) : [];
    return placedOn(model, matter, places).map(({ unitUuid, weight, by }) => ({ grid: model.unitByUuid(unitUuid)!, weight, by }));
  }

  /** A unit as it is today, or was on its last day; null where nobody has ever known it. */
  async unit(uuid: string, context: Context): Promise<GridUnit | null> {
    return context.model.unitByUuid(uuid) ?? this.#retired(context).load(uuid);
  }

  async #read(
    uuids: readonly string[],
    scope: Parameters<MatterReadModel['placementsOf']>[0],
    day: CalendarDate | null,
  ): Promise<readonly (readonly MatterPlacement[])[]> {
    const places = groupBy(await this.#sources.matters.placementsOf(scope, uuids, day), ({ matterUuid }) => matterUuid);
    return uuids.map((uuid) => places.get(uuid) ?? []);
  }

  /** Units that were redrawn together ended on one day, so a few models answer for many units. */
  async #onLastDay(uuids: readonly string[]): Promise<readonly (GridUnit | null)[]> {
    const { units } = await this.#sources.lineage.graph(uuids, 'FORWARD', null);
    const found: (GridUnit | null)[] = [];
    for (const uuid of uuids) {
      const end = units.get(uuid)?.validTo ?? null;
      const model = end === null ? null : await this.#sources.models.at({ at: addDays(end, -1), knownAt: null });
      found.push(model?.unitByUuid(uuid) ?? null);
    }
    return found;
  }
}

const uuidLength = 36;

function uuidOf(key: string): string {
  return key.slice(0, uuidLength);
}

function dayOf(key: string): CalendarDate {
  return key.slice(uuidLength + 1);
}
