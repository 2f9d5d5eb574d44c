import { WakeUp } from '../../../src/eventlog/wake-up.js';

describe('a wake-up', () => {
  test('wakes the loop that waits', async () => {
    const wakeUp = new WakeUp();
    const waiting = wakeUp.wait();

    wakeUp.signal();

    await expect(waiting).resolves.toBeUndefined();
  });

  test('is kept for the loop that comes later, once', async () => {
    const wakeUp = new WakeUp();
    wakeUp.signal();
    wakeUp.signal();
    await wakeUp.wait();
    let woken = false;

    void wakeUp.wait().then(() => (woken = true));
    await Promise.resolve();
    await Promise.resolve();

    expect(woken).toBe(false);
    wakeUp.signal();
  });

  test('comes by itself after the given time', async () => {
    jest.useFakeTimers();
    const waiting = new WakeUp().wait(1_000);

    await jest.advanceTimersByTimeAsync(1_000);

    await expect(waiting).resolves.toBeUndefined();
    jest.useRealTimers();
  });
});
