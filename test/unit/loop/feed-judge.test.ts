import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { sixOffices } from '../../../src/composing/six-offices.js';
import { FeedJudge } from '../../../src/features/loop/procedure/feed-judge.js';
import type { MatterState } from '../../../src/features/matters/index.js';

const judge = new FeedJudge(new Map(sixOffices.flatMap(({ code, procedure }) => (procedure ? [[code, procedure] as const] : []))));
const faultOf = (office: string, way: string): string | null => {
  const states = way.split(' ') as readonly MatterState[];
  const faults = states.map((state, index) => judge.fault(office, states[index - 1] ?? null, state));
  return faults.find((fault) => fault !== null) ?? null;
};

describe.each(sixOffices)('every history of the sample city of $key', ({ key, code }) => {
  test('is one that its procedure allows', () => {
    const file = gunzipSync(readFileSync(join(__dirname, `../../../data/jingdezhen/${key}/matters.csv.gz`))).toString();
    const ways = new Set(file.match(/(?:[A-Z_]+@[^@;,]+@?\w*;?)+/gu)?.map((steps) => steps.replaceAll(/@[^;]*;?/gu, ' ').trim()));
    expect(ways.size).toBeGreaterThan(5);
    expect([...ways].filter((way) => faultOf(code, way) !== null)).toEqual([]);
  });
});

describe('an office without a procedure of its own', () => {
  test.each([
    ['REPORTED CLOSED', null],
    ['HANDLING VERIFYING HANDLING FEEDBACK CLOSED EVALUATED', null],
    ['DISPATCHED UNDER_REVIEW DISPATCHED', null],
    ['VERIFYING FEEDBACK', null],
    ['HANDLING WITHDRAWN', null],
    ['HANDLING REPORTED', 'TURNED_BACK'],
    ['HANDLING UNDER_REVIEW', 'TURNED_BACK'],
    ['CLOSED HANDLING', 'ENDED'],
    ['EVALUATED CLOSED', 'ENDED'],
  ])('that tells %s is found: %s', (way, fault) => {
    expect(faultOf('HOUSING', way)).toBe(fault);
  });
});

describe('an office with a procedure of its own', () => {
  test.each([
    ['URBAN_MANAGEMENT', 'REPORTED OBJECTED', 'NOT_IN_PROCEDURE'],
    ['URBAN_MANAGEMENT', 'CLOSED VERIFYING', 'ENDED'],
    ['URBAN_MANAGEMENT', 'VERIFYING UNDER_REVIEW', 'TURNED_BACK'],
    ['PETITION', 'HANDLING DISPATCHED', 'TURNED_BACK'],
    ['PETITION', 'REPORTED SETTLED', 'NOT_IN_PROCEDURE'],
    ['PETITION', 'CLOSED HANDLING', null],
  ])('%s that tells %s is found: %s', (office, way, fault) => {
    expect(faultOf(office, way)).toBe(fault);
  });
});
