import { randomUUID } from 'node:crypto';

import { cursorBinding, CursorCodec, judgeResume } from '../../../src/eventlog/cursor.js';

/** What `step` threw. */
function refusalOf(step: () => unknown): unknown {
  try {
    return { accepted: step() };
  } catch (thrown) {
    return thrown;
  }
}

const codec = new CursorCodec('a secret of the city, kept');
const epoch = '0b9f4c1e-7a52-4a7e-9d0c-2f6f0e8a9b11';
const openMatters = cursorBinding({ states: ['OPEN'], division: '360202' }, { departments: ['PETITION'] });

describe('an event cursor', () => {
  test.each([0, 1, 4_294_967_296, Number.MAX_SAFE_INTEGER])('gives back the point it was made for: position %d', (position) => {
    expect(codec.decode(codec.encode({ epoch, position }, openMatters), openMatters)).toEqual({ epoch, position });
  });

  test('shows neither epoch nor position', () => {
    const cursor = codec.encode({ epoch, position: 12 }, openMatters);

    expect(cursor).toMatch(/^[\w-]{64}$/);
  });

  test('is refused when it was edited, and the refusal says what to do', () => {
    const cursor = codec.encode({ epoch, position: 12 }, openMatters);
    const edited = (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1);

    expect(refusalOf(() => codec.decode(edited, openMatters))).toMatchObject({
      code: 'CURSOR_INVALID',
      fault: 'caller',
      message: expect.stringContaining('did not sign') as string,
      hint: expect.stringContaining('exactly as it was received') as string,
    });
  });

  test('is refused when another city signed it', () => {
    const foreign = new CursorCodec('the secret of another city').encode({ epoch, position: 12 }, openMatters);

    expect(refusalOf(() => codec.decode(foreign, openMatters))).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test.each([
    ['another filter', cursorBinding({ states: ['OPEN'], division: '360203' }, { departments: ['PETITION'] })],
    ['other rights', cursorBinding({ states: ['OPEN'], division: '360202' }, { departments: ['CIVIL_AFFAIRS'] })],
    ['filter and rights changed about', cursorBinding({ departments: ['PETITION'] }, { states: ['OPEN'], division: '360202' })],
  ])('is refused for %s', (_what, binding) => {
    const cursor = codec.encode({ epoch, position: 12 }, openMatters);

    expect(refusalOf(() => codec.decode(cursor, binding))).toMatchObject({
      code: 'CURSOR_INVALID',
      message: expect.stringContaining('another filter') as string,
    });
  });

  test('holds for the same filter written in another order of members', () => {
    const same = cursorBinding({ division: '360202', states: ['OPEN'] }, { departments: ['PETITION'] });

    expect(codec.decode(codec.encode({ epoch, position: 12 }, openMatters), same)).toEqual({ epoch, position: 12 });
  });
});

describe('resuming from a point', () => {
  const head = { epoch, position: 100, oldest: 41 };

  test.each([
    ['the end', 100, 'resume'],
    ['the last event before what is kept', 40, 'resume'],
    ['one event earlier', 39, 'expired'],
    ['a position that was never given', 101, 'ahead'],
  ] as const)('%s', (_where, position, verdict) => {
    expect(judgeResume({ epoch, position }, head)).toBe(verdict);
  });

  test('a point of another life of the log is told apart, wherever it lies', () => {
    expect(judgeResume({ epoch: randomUUID(), position: 50 }, head)).toBe('other-epoch');
  });

  test('an empty log goes on from its beginning', () => {
    expect(judgeResume({ epoch, position: 0 }, { epoch, position: 0, oldest: 1 })).toBe('resume');
  });
});
