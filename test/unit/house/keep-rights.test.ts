import { MemoryEventLog } from '../../../src/eventlog/memory-event-log.js';
import { keepRights, type RightsBook } from '../../../src/keep-rights.js';
import { silentLog } from '../../../src/kernel/log.js';
import { anEvent } from '../../support/eventlog/an-event.js';
import { eventually } from '../../support/eventlog/eventually.js';

/** A book that writes down what happens to it; `outcome` is what a reading does, by its number from 1. */
function aBook(outcome: (nth: number) => void = () => undefined) {
  const happened: string[] = [];
  const readings = (): number => happened.filter((what) => what === 'read').length;
  const book: RightsBook = {
    name: 'book of a test',
    renew: async () => {
      happened.push('read');
      await Promise.resolve(readings()).then(outcome);
    },
    heard: ({ kind }) => void happened.push(kind),
  };
  return { book, happened, readings };
}

const change = (kind: string) => anEvent({ topic: 'access', kind });

describe('the rights of a running platform', () => {
  let eventLog: MemoryEventLog;
  beforeEach(async () => {
    eventLog = await MemoryEventLog.open();
  });
  afterEach(() => eventLog.close());

  test('are read at the start, and after each change; what counts no longer is let go of first', async () => {
    const { book, happened, readings } = aBook();
    const keeping = await keepRights({ eventLog, books: [book], log: silentLog });
    expect(happened).toEqual(['read']);
    await eventLog.transaction((sink) => sink.append([anEvent(), change('KEY_REVOKED')]));
    await eventually('the change is read', () => readings() === 2);
    expect(happened).toEqual(['read', 'KEY_REVOKED', 'read']);
    await keeping.stop();
  });

  test('that could not be read are read again by themselves', async () => {
    const { book, readings } = aBook((nth) => {
      if (nth === 2) throw new Error('the index is away');
    });
    const keeping = await keepRights({ eventLog, books: [book], log: silentLog });
    await eventLog.transaction((sink) => sink.append([change('KEY_MADE')]));
    await eventually('the failed reading is made up for', () => readings() === 3);
    await keeping.stop();
  });

  test('are followed on after the log began another epoch', async () => {
    const { book, readings } = aBook();
    const keeping = await keepRights({ eventLog, books: [book], log: silentLog });
    eventLog.renewEpoch();
    await eventually('what may have been missed is read', () => readings() === 2);
    await eventLog.transaction((sink) => sink.append([change('KEY_MADE')]));
    await eventually('the next change is read', () => readings() === 3);
    await keeping.stop();
  });
});
