import type { NewEvent } from '../../../src/eventlog/event.js';
import type { DepartmentEvent, DepartmentEventConditions, Heartbeat, StreamGap } from '../../../src/features/live/index.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { LiveCity } from '../../support/live/a-live-city.js';

function changeOf(department: string, state: string, from: string | null = 'LIVE'): NewEvent {
  return {
    ...{ topic: 'department', kind: 'DEPARTMENT_STATE_CHANGED', subject: uuidOf('department', department), version: 1, divisionCode: null },
    payload: { state, from, since: '2026-11-22T07:00:00.000Z', asOf: '2026-11-22T06:59:00.000Z' },
    ...{ department, occurredAt: new Date('2026-11-22T07:00:00Z') },
  };
}

type Stream = AsyncIterableIterator<DepartmentEvent | StreamGap | Heartbeat, undefined, undefined>;

describe('streams of offices’ states', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const open = async (conditions: DepartmentEventConditions = {}, after: string | null = null): Promise<Stream> =>
    (await city.live.departmentStreams.open({ conditions, after, scope: () => city.scope }))[Symbol.asyncIterator]();
  const append = (...events: readonly NewEvent[]): Promise<void> => city.log.transaction((sink) => sink.append(events));
  const nextChange = async (stream: Stream): Promise<DepartmentEvent> => {
    for (;;) {
      const { value } = await stream.next();
      if (value!.typeName === 'DepartmentEvent') return value!;
    }
  };

  test('tell each change in order, of all offices or of some, and go on after a cursor', async () => {
    const [all, some] = [await open(), await open({ departments: ['PETITION'] })];
    await append(changeOf('HOUSING', 'STALE', null), changeOf('PETITION', 'DOWN'), changeOf('PETITION', 'LIVE', 'DOWN'));
    const first = await nextChange(all);
    expect(first).toMatchObject({
      ...{ department: 'HOUSING', state: 'STALE', from: null, since: new Date('2026-11-22T07:00:00Z') },
      asOf: new Date('2026-11-22T06:59:00Z'),
    });
    expect([(await nextChange(some)).state, (await nextChange(some)).state]).toEqual(['DOWN', 'LIVE']);
    expect((await nextChange(await open({}, first.cursor))).department).toBe('PETITION');
  });

  test('tell who reads none of an office’s data how it stands, but not up to when its data is held', async () => {
    city.scope = aScope({ readings: readingsOf(['PETITION']) });
    const stream = await open();
    await append(changeOf('HOUSING', 'DOWN'), changeOf('PETITION', 'DOWN'));
    expect(await nextChange(stream)).toMatchObject({ department: 'HOUSING', state: 'DOWN', asOf: null });
    expect(await nextChange(stream)).toMatchObject({ department: 'PETITION', asOf: new Date('2026-11-22T06:59:00Z') });
  });

  test('refuse to tell of no office', async () => {
    await expect(open({ departments: [] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
