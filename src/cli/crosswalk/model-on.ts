import type { CityModel } from '../../features/crosswalk/index.js';
import type { ModelSource } from '../../features/grids/index.js';
import { parseCalendarDate } from '../../kernel/dates.js';

/** The city on the day that `--at` names, of today without it; throws `DATE_INVALID` for what is no day, or was before the city began. */
export async function modelOn(models: ModelSource<CityModel>, at: string | undefined): Promise<CityModel> {
  if (at === undefined) return models.current();
  return models.at({ at: parseCalendarDate(at, '--at'), knownAt: null });
}
