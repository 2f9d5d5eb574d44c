import { pastInstant } from '../../../graphql/args/past-instant.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { GridModel } from '../grid-model.js';
import type { ModelSource } from '../ports.js';

/**
 * The model that answers a root field: the request's own for today as known now, else one rebuilt for the instants.
 * Throws `BAD_USER_INPUT` for a `knownAt` in the future, `DATE_INVALID` for an `at` before the city's first day and for a `knownAt`
 * before the platform recorded anything. A day to come is answered by what is known of it now.
 */
export async function modelFor<Model extends GridModel>(
  models: ModelSource<Model>,
  context: RequestContext<Model>,
  asked: { readonly at?: CalendarDate | null; readonly knownAt?: Date | null },
): Promise<Model> {
  const at = asked.at ?? null;
  const knownAt = pastInstant(asked.knownAt, context.clock);
  if (knownAt === null && (at === null || at === context.model.at)) return context.model;
  return models.at({ at, knownAt });
}
