import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { ElementReadModel } from '../../elements/index.js';

const most = 20;

/**
 * The elements of these global ids by uuid, each once. Throws `BAD_USER_INPUT` for more than 20 and `NOT_FOUND` for one that the scope does
 * not show, as if it did not exist.
 */
export async function elementsMeant(
  ids: readonly string[],
  scope: Scope,
  elements: Pick<ElementReadModel, 'byUuid'>,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  if (ids.length > most) throw tooMany(ids.length);
  const uuids = ids.map((id) => parseGlobalId(id)?.uuid ?? null);
  const found = await elements.byUuid(
    scope,
    uuids.filter((uuid) => uuid !== null),
  );
  const shown = new Set(found.flatMap((element) => element?.uuid ?? []));
  const missing = ids.find((_, nth) => uuids[nth] === null || !shown.has(uuids[nth]!));
  if (missing !== undefined) throw notThere(missing);
  return [...shown];
}

/** Refuses elements beside sealed words: with them a sealed matter would tell what it is about. Throws `BAD_USER_INPUT`. */
export function refuseElements(ids: readonly string[]): void {
  if (ids.length === 0) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `about: expected no elements beside sealed words, got ${ids.length}.`,
    messageZh: `about：密封上报不得指明要素，收到 ${ids.length} 个。`,
    hint: 'Name them in sealed.text.',
  });
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `about: expected at most ${most} elements, got ${received}.`,
    messageZh: `about：至多 ${most} 个要素，收到 ${received} 个。`,
  });
}

function notThere(id: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `about: expected elements that the caller may see, got ${JSON.stringify(id)}.`,
    messageZh: `about：应为调用者可见的要素，收到 ${JSON.stringify(id)}。`,
    hint: 'The query elements answers ids.',
  });
}
