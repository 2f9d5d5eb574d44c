import { CityError } from '../../../../kernel/city-error.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Matter, MatterQuery } from '../../../matters/index.js';
import type { MatterSnapshot } from '../../matters/matter-snapshot.js';
import type { MattersByUuid } from '../../ports.js';

/** The most matters that a stream opens with. */
export const mostMatters = 10_000;
/** Matters in one part. */
export const partSize = 100;
/** How far the matters of a refusal are counted. */
const countedUpTo = 1_000_000;

// Oldest first: what is reported meanwhile stands at the end, and what shares a millisecond is met again rather than passed over.
const oldestFirst = { by: 'REPORTED_AT', descending: false } as const;

/** What a state is read from. */
export type StateSource = Pick<MattersByUuid, 'page' | 'count'>;

/** Throws `LIMIT` where more than 10,000 matters are wanted. */
export async function checkSize(matters: StateSource, scope: Scope, query: MatterQuery): Promise<void> {
  if ((await matters.count(scope, query, mostMatters)) <= mostMatters) return;
  const found = await matters.count(scope, query, countedUpTo);
  throw new CityError({
    code: 'LIMIT',
    message: `begin: expected at most ${mostMatters} matters to begin with, these conditions want ${found}.`,
    messageZh: `begin：起始状态至多 ${mostMatters} 件，此条件共 ${found} 件。`,
    hint: 'Narrow it by division, department, unit, state or light, or load pages of the query matters.',
    details: { limit: mostMatters, found },
  });
}

/** Tells the matters that a query wants, each once, part by part; there is one part at least. */
export async function* matterState(
  matters: StateSource,
  { scope, query }: { readonly scope: () => Scope; readonly query: MatterQuery },
): AsyncGenerator<MatterSnapshot, undefined, undefined> {
  const told = new Set<string>();
  let after: Matter | undefined;
  for (let part = 1; ; part += 1) {
    const start = after ? { value: after.reportedAt.getTime(), uuid: after.uuid } : null;
    const page = await matters.page(scope(), { query, ordering: oldestFirst, first: partSize, after: start });
    const news = page.matters.filter(({ uuid }) => !told.has(uuid));
    for (const { uuid } of news) told.add(uuid);
    after = page.matters.at(-1);
    const isLast = !page.hasMore || news.length === 0;
    yield { typeName: 'MatterSnapshot', matters: news, part, isLast };
    if (isLast) return undefined;
  }
}
