import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';

describe('the floor of the inbox', () => {
  test('rises to an id once every transaction has ended that ran when the id was seen', () => {
    const floor = new InboxFloor();

    floor.learn({ emptied: true, lastId: 7n, xmin: 100n, xmax: 110n });
    expect(floor.id).toBe(0n);
    floor.learn({ emptied: true, lastId: 9n, xmin: 109n, xmax: 120n });
    expect(floor.id).toBe(0n);
    floor.learn({ emptied: true, lastId: null, xmin: 110n, xmax: 121n });
    expect(floor.id).toBe(7n);
    floor.learn({ emptied: true, lastId: null, xmin: 121n, xmax: 121n });
    expect(floor.id).toBe(9n);
  });

  test('stays where it is while rows below may still wait to be taken', () => {
    const floor = new InboxFloor();
    floor.learn({ emptied: false, lastId: 7n, xmin: 100n, xmax: 110n });

    floor.learn({ emptied: false, lastId: 5n, xmin: 110n, xmax: 110n });
    expect(floor.id).toBe(0n);
    floor.learn({ emptied: false, lastId: 8n, xmin: 110n, xmax: 110n });
    expect(floor.id).toBe(7n);
  });
});
