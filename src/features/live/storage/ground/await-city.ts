import type { LogEvent } from '../../../../eventlog/event.js';
import { CityError } from '../../../../kernel/city-error.js';
import type { CityOfNow } from '../../ground/ports.js';

/** Milliseconds; heartbeats wait as long. */
const waitMs = 5_000;

/**
 * Waits until this process has the city that events of the ground leave behind.
 * Throws `UNAVAILABLE` for now where that takes longer than 5 seconds; whoever tells of them is asked again.
 */
export async function awaitCity(models: CityOfNow, events: readonly LogEvent[]): Promise<void> {
  const model = models.current();
  const awaited = events.findLast((event) => !isOfFeed(event) || isLayerUnknown(event, model));
  if (!awaited || (await models.holds(awaited, waitMs))) return;
  throw new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: 'This process does not hold the ground yet that the log tells of.',
    messageZh: '本进程尚未载入日志所述的网格变更。',
  });
}

// A city with what offices' feeds say is there once the links have been computed anew, which CROSSWALK_PUBLISHED tells; every other event
// stands in one transaction with the one by which the city is renewed.
function isOfFeed({ kind, payload }: LogEvent): boolean {
  return (kind === 'UNIT_ADDED' || kind === 'UNIT_CHANGED') && payload['redraw'] === null;
}

function isLayerUnknown({ payload }: LogEvent, model: ReturnType<CityOfNow['current']>): boolean {
  return typeof payload['layer'] === 'string' && model.layer(payload['layer']) === null;
}
