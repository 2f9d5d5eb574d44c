import { stopInTime } from '../../../src/cli/stop-in-time.js';
import { silentLog } from '../../../src/kernel/log.js';

describe('stopping in time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  test('F05: what takes longer than ten seconds is given up by name, and the process ends with 1', () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    const errors: unknown[] = [];
    const stop = (begins?: (what: string) => void): Promise<void> => {
      begins?.('requests and streams');
      begins?.('recomputing');
      return new Promise(() => undefined);
    };
    void stopInTime({ stop }, { ...silentLog, error: (fields) => void errors.push(fields) });
    jest.advanceTimersByTime(9_999);
    expect(exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(exit).toHaveBeenCalledWith(1);
    expect(errors).toEqual([{ afterMs: 10_000, gaveUp: 'recomputing' }]);
  });

  test('what ends in time leaves nothing behind that would keep the process or end it', async () => {
    await stopInTime({ stop: async () => undefined }, silentLog);

    expect(jest.getTimerCount()).toBe(0);
  });
});
