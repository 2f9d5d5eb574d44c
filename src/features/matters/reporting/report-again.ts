import type { Sql } from '../../../kernel/sql.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Matter } from '../matter.js';
import { type MatterPlace, placeAtPoint, placeInUnit } from '../placing/place-matter.js';
import type { PlacedReport, ReportingParts } from './report-matter.js';

/** By whom a matter is reported once more, and on which model. */
export interface AgainTerms {
  readonly model: CityModel;
  readonly reportedBy: string;
}

/** Reports closed matters once more, in the transaction of whoever reopens them. */
export class ReportingAgain {
  readonly #parts: Pick<ReportingParts, 'store' | 'clock' | 'begun'>;

  constructor(parts: Pick<ReportingParts, 'store' | 'clock' | 'begun'>) {
    this.#parts = parts;
  }

  /** The new matter is kept by whoever kept the first, which is not sealed, and about the same elements; answers its uuid. */
  async report(sql: Sql, first: Matter, terms: AgainTerms): Promise<string> {
    const { store, clock, begun } = this.#parts;
    const again = { ...reportOf(first, terms, clock.now()), aboutUuids: await store.aboutOf(sql, first.uuid) };
    const uuid = await store.insert(sql, again, first.keeperUuid);
    await begun(sql, uuid);
    return uuid;
  }
}

/** A closed matter as a new report: the same words, category and source, at the same place as it lies today. */
function reportOf(first: Matter, { model, reportedBy }: AgainTerms, at: Date): Omit<PlacedReport, 'aboutUuids'> {
  const { longitude, latitude } = first;
  const point = longitude === null || latitude === null ? null : { longitude, latitude };
  const category = { standard: first.standard ?? '', kind: first.categoryKind ?? '', code: first.categoryCode ?? '' };
  const report = { idempotencyKey: '', title: first.title, category, source: first.source, point, grid: null, unit: null, about: [] };
  return { ...placeOf(first, model), report, reportedAt: at, reportedBy, sealed: null };
}

/** Of a unit that has gone since, the place that the first was given holds on. */
function placeOf({ longitude, latitude, unitUuid, gridUuid, divisionCode }: Matter, model: CityModel): MatterPlace {
  if (longitude !== null && latitude !== null) return placeAtPoint(model, longitude, latitude);
  const unit = [unitUuid, gridUuid].flatMap((uuid) => (uuid === null ? [] : (model.unitByUuid(uuid) ?? [])))[0];
  return unit === undefined ? { gridUuid, unitUuid, divisionCode, placements: [] } : placeInUnit(model, unit);
}
