import { type Candidate, duplicateWindow, proposalsOf, type ReportedAtPlace } from '../../../src/features/loop/links/duplicate-window.js';

const hour = 3_600_000;

const reported = (uuid: string, metresNorth: number | null, hours = 0): ReportedAtPlace => ({
  uuid,
  longitude: metresNorth === null ? null : 117.2,
  latitude: metresNorth === null ? null : 29.3 + metresNorth / 110_840,
  reportedAt: new Date(hours * hour),
});
const beside = (fresh: ReportedAtPlace, ...others: readonly ReportedAtPlace[]): readonly Candidate[] =>
  others.map((other) => ({ fresh, other }));

test('two matters are proposed within 50 metres and 72 hours', () => {
  const fresh = reported('fresh', 0, 100);
  const others = [reported('far', 50.5, 100), reported('near', 49.5, 99), reported('old', 0, 27.9), reported('young', 0, 172)];
  expect(proposalsOf(beside(fresh, ...others), duplicateWindow)).toMatchObject([
    { fromUuid: 'young', toUuid: 'fresh', metres: 0, hours: 72 },
    { fromUuid: 'fresh', toUuid: 'near', metres: expect.closeTo(49.5, 1), hours: 1 },
  ]);
});

test('the later one points to the earlier one, and a pair that is found from both sides is one', () => {
  const [one, other] = [reported('a', 0), reported('b', 0)];
  const pairs = proposalsOf([...beside(one, other), ...beside(other, one)], duplicateWindow);
  expect(pairs).toEqual([{ fromUuid: 'b', toUuid: 'a', metres: 0, hours: 0 }]);
});

test('of many at one place the nearest five are proposed, those without a point last', () => {
  const others = [reported('none', null), ...[6, 5, 4, 3, 2, 1].map((metres) => reported(`m${metres}`, metres))];
  const nearest = proposalsOf(beside(reported('z', 0), ...others), duplicateWindow);
  expect(nearest.map(({ toUuid }) => toUuid)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
});
