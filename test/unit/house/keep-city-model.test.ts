import { MemoryEventLog } from '../../../src/eventlog/memory-event-log.js';
import type { CityModels } from '../../../src/features/crosswalk/index.js';
import { keepCityModel } from '../../../src/keep-city-model.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { silentLog } from '../../../src/kernel/log.js';
import { anEvent } from '../../support/eventlog/an-event.js';

/** Models that only count how often they are renewed; `outcome` is what a renewal does, by its number from 1. */
function countedModels(outcome: (nth: number) => void) {
  let renewals = 0;
  const waiting: (() => void)[] = [];
  const refresh = (): Promise<void> => {
    renewals += 1;
    for (const told of waiting.splice(0)) told();
    return Promise.resolve(renewals).then(outcome);
  };
  return {
    models: { refresh, isLoaded: false } as unknown as CityModels,
    renewed: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}

async function kept(outcome: (nth: number) => void = () => undefined) {
  const eventLog = await MemoryEventLog.open();
  const { models, renewed } = countedModels(outcome);
  const keeping = await keepCityModel({
    eventLog,
    models,
    placeInDivisions: () => Promise.resolve(),
    renewed: () => undefined,
    clock: systemClock,
    log: silentLog,
  });
  return { eventLog, renewed, stop: () => keeping.stop().then(() => eventLog.close()) };
}

describe('the city model of a running platform', () => {
  test('is renewed for a link event that has matter events behind it', async () => {
    const { eventLog, renewed, stop } = await kept();
    const first = renewed();
    await eventLog.transaction((sink) =>
      sink.append([anEvent({ topic: 'link', kind: 'CROSSWALK_PUBLISHED' }), anEvent({ topic: 'matter' }), anEvent({ topic: 'matter' })]),
    );
    await first;
    await stop();
  });

  test('goes on being renewed after a renewal that failed', async () => {
    const { eventLog, renewed, stop } = await kept((nth) => {
      if (nth === 1) throw new Error('the index is away');
    });
    const first = renewed();
    await eventLog.transaction((sink) => sink.append([anEvent({ topic: 'link', kind: 'CROSSWALK_PUBLISHED' })]));
    await first;
    const second = renewed();
    await eventLog.transaction((sink) => sink.append([anEvent({ topic: 'link', kind: 'CROSSWALK_PUBLISHED' })]));
    await second;
    await stop();
  });

  test('is renewed once for a publication that was told link by link before', async () => {
    let renewals = 0;
    const { eventLog, renewed, stop } = await kept((nth) => void (renewals = nth));
    const first = renewed();
    const links = Array.from({ length: 1_200 }, () => anEvent({ topic: 'link', kind: 'LINKS_CHANGED' }));
    await eventLog.transaction((sink) => sink.append([...links, anEvent({ topic: 'link', kind: 'CROSSWALK_PUBLISHED' })]));
    await first;
    await stop();
    expect(renewals).toBe(1);
  });
});
