import { type Matter, matterStates } from '../../../src/features/matters/index.js';
import type { Scope } from '../../../src/kernel/scope.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';
import { community, gridCodes, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { aMatter, changesOf, LiveCity, type MatterStream, nextOf } from '../../support/live/a-live-city.js';

const events = process.env['SCALE'] === 'full' ? 100_000 : 4_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const departments = ['URBAN_MANAGEMENT', 'PETITION', 'CIVIL_AFFAIRS', null];
const divisions = [community, '360203003', '360203', '360202', '360200', 'unheard', null];
const grids = [uuidOfUnit.grid(gridCodes.west), uuidOfUnit.grid(gridCodes.east), null];
const within = (...counties: string[]) => ({ counties, townships: [], communities: [] });
const scopes: readonly Scope[] = [
  aScope(),
  aScope({ readings: readingsOf(['PETITION']) }),
  aScope({ readings: readingsOf(['URBAN_MANAGEMENT', 'CIVIL_AFFAIRS']), jurisdiction: within('360203') }),
  aScope({ jurisdiction: within('360202') }),
  aScope({ jurisdiction: { counties: [], townships: [], communities: [community] }, gridUuids: [grids[0]!] }),
  aScope({ readings: readingsOf([]), jurisdiction: within() }),
];

describe('A52: what a stream hands out while rights and matters change under it', () => {
  let city: LiveCity;
  let random: () => number;
  beforeEach(async () => {
    process.stdout.write(`  seed ${seed}\n`);
    random = seededRandom(seed).next;
    city = await LiveCity.open(events);
  });
  afterEach(() => city.log.close());

  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const anyMatter = (nth: number, version = 1): Matter =>
    aMatter(`M ${nth}`, {
      ...{ department: oneOf(departments), divisionCode: oneOf(divisions), gridUuid: oneOf(grids), state: oneOf(matterStates), version },
    });

  test(`none of ${events} changes reaches a reader who may not see the matter as it is then`, async () => {
    let scope = scopes[0]!;
    const streams = await Promise.all(
      [{}, { withinDivision: '360203' }, { departments: ['PETITION'] }].map((conditions) => city.streamUnder(() => scope, conditions)),
    );
    const leaked: string[] = [];
    let delivered = 0;
    for (let recorded = 0; recorded < events;) {
      const batch = Array.from({ length: 50 }, () => anyMatter(Math.floor(random() * 400), (recorded += 1)));
      await city.record(...[...new Map(batch.map((matter) => [matter.uuid, matter])).values()]);
      city.now = new Date(city.now.getTime() + 2_000);
      // Readers are slow at times: they take a few, and by the next batch the matters and the rights are others.
      for (const stream of streams) {
        const most = random() < 0.3 ? 300 : 12;
        for (let taken = 0; taken < most; taken += 1) {
          if (random() < 0.3) scope = oneOf(scopes);
          const told = await tellingOf(stream);
          if (told === null) break;
          delivered += 1;
          if (!city.shows(scope, city.matters.get(told.uuid)!)) leaked.push(`${told.localId} under ${scope.key}`);
        }
      }
    }
    for (const stream of streams) await stream.return?.();
    expect(leaked).toEqual([]);
    expect(delivered).toBeGreaterThan(events / 50);
  }, 600_000);

  /** The next change that a stream tells of; null where a heartbeat, which is asked for at once, comes first. */
  async function tellingOf(stream: MatterStream): Promise<Matter | null> {
    const waiting = stream.next();
    const beat = setTimeout(() => city.ticker.tick(), 1);
    const { value } = await waiting;
    clearTimeout(beat);
    return value?.typeName === 'MatterEvent' ? value.matter : null;
  }

  test('nothing that a reader may see is lost: all of it comes, in order', async () => {
    for (const scope of scopes.slice(0, 4)) {
      const stream = await city.streamUnder(() => scope);
      const matters = Array.from({ length: 200 }, (_, nth) => anyMatter(nth));
      const seen = matters.filter((matter) => city.shows(scope, matter)).map(({ localId }) => localId);
      await city.record(...matters);
      expect((await changesOf(stream, seen.length)).map(({ matter }) => matter.localId)).toEqual(seen);
      await stream.return?.();
    }
  });

  test('rights that end while a change waits for its reader end before it is told', async () => {
    let scope = scopes[0]!;
    const stream = await city.streamUnder(() => scope);
    await nextOf(stream);
    await city.record(aMatter('M 1'), aMatter('M 2'), aMatter('M 3', { department: 'PETITION' }));
    expect((await changesOf(stream, 1))[0]!.matter.localId).toBe('M 1');
    scope = aScope({ readings: readingsOf(['PETITION']) });
    expect((await changesOf(stream, 1))[0]!.matter.localId).toBe('M 3');
    await stream.return?.();
  });

  test('a filter widened by its words shows nothing beyond the scope', async () => {
    const scope = aScope({ readings: readingsOf(['PETITION']) });
    const wide = { departments: ['PETITION', 'URBAN_MANAGEMENT'], withinDivision: '360200' };
    const unit = { unit: { department: 'URBAN_MANAGEMENT', localId: urbanUnits.west, layer: null } };
    for (const conditions of [{}, wide, unit]) {
      const stream = await city.streamUnder(() => scope, conditions);
      await city.record(aMatter('theirs'), aMatter('ours', { department: 'PETITION' }));
      expect((await changesOf(stream, 1))[0]!.matter.localId).toBe('ours');
      await stream.return?.();
    }
  });
});
