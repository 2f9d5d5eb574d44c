import { CityError } from '../../../kernel/city-error.js';
import type { DeclaredSet } from './decision.js';
import type { LinkDecision } from './link-decision.js';

/** Returns the decision where it is in force in the version that the caller saw; throws `NOT_FOUND` or `CONFLICT` otherwise. */
export function theStanding(
  found: LinkDecision | null,
  { uuid, expectedVersion }: { readonly uuid: string; readonly expectedVersion: number },
): LinkDecision {
  if (!found || found.kind === 'WITHDRAWAL') throw noSuch(uuid);
  if (found.version === expectedVersion && found.recordedTo === null) return found;
  throw new CityError({
    code: 'CONFLICT',
    message: `Expected decision ${uuid} (document ${found.documentNumber}) in force in version ${expectedVersion}, but it is in version ${found.version}${found.endedByUuid ? `, ended by decision ${found.endedByUuid}` : ''}.`,
    messageZh: `决定 ${uuid}（文号 ${found.documentNumber}）应为现行且版本 ${expectedVersion}，实为版本 ${found.version}${found.endedByUuid ? `，已由决定 ${found.endedByUuid} 终止` : ''}。`,
    hint: 'Look at it again with linkDecisions.',
    details: { decision: uuid, documentNumber: found.documentNumber },
  });
}

/** Passes a set that takes the place of a set of the same row; throws `BAD_USER_INPUT` otherwise. */
export function checkReplaced(replaced: LinkDecision | null, set: DeclaredSet): void {
  if (replaced === null) return;
  if (replaced.kind === 'DECLARATION' && replaced.unit!.uuid === set.unitUuid && replaced.layerKey === set.layerKey) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `replaces: expected a declaration of the same unit and layer, got decision ${replaced.uuid} (document ${replaced.documentNumber}).`,
    messageZh: `replaces：应为同一网格、同一图层的认定，收到决定 ${replaced.uuid}（文号 ${replaced.documentNumber}）。`,
  });
}

function noSuch(uuid: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `Expected a decision that was recorded, got ${JSON.stringify(uuid)}.`,
    messageZh: `应为已登记的决定，收到 ${JSON.stringify(uuid)}。`,
    hint: 'linkDecisions lists them.',
  });
}
