import { sixOffices } from '../../support/departments/six-offices.js';

const ruleOf = (office: string, scheme: string): ((id: string) => string | null) => {
  const rule = sixOffices.find(({ key }) => key === office)?.idRules[scheme];
  if (!rule) throw new Error(`${office} has no rule for ${scheme}`);
  return rule;
};

describe('the ids of the offices', () => {
  test.each([
    ['urban-management', 'cn-unit-grid-15', '360203007001001'],
    ['urban-management', 'opaque', 'AREA-001'],
    ['political-legal', 'cn-12-plus-3', '360202001008003'],
    ['civil-affairs', 'cn-credit-code', '113602030143000203'],
    ['civil-affairs', 'cn-division', '360203003002'],
    ['party-building', 'opaque', '036020312047'],
    ['petition', 'opaque', 'HZDH20210528210013'],
    ['housing', 'opaque', '小区-0001'],
  ])('%s accepts by %s the id %s', (office, scheme, id) => {
    expect(ruleOf(office, scheme)(id)).toBeNull();
  });

  test.each([
    [
      'urban-management',
      'cn-unit-grid-15',
      '36020300700100',
      'expected 15 digits, got 14 characters (county 6, street 3, community 3, serial 3)',
    ],
    [
      'political-legal',
      'cn-12-plus-3',
      '3602020010080031',
      'expected 15 digits, got 16 characters (12 of the community and a serial of 3)',
    ],
    ['civil-affairs', 'cn-credit-code', '113602030143000204', 'expected 3 as the check character, the last of 18'],
    ['civil-affairs', 'cn-division', '3602030030', 'expected 6, 9 or 12 digits of a division'],
    ['party-building', 'opaque', '', 'expected 1 to 64 characters, got 0'],
    ['petition', 'opaque', 'a\u0007', 'expected printable characters only'],
    ['housing', 'opaque', ' 1', 'expected no space at either end'],
  ])('%s refuses by %s the id %j and says what it expected', (office, scheme, id, reason) => {
    expect(ruleOf(office, scheme)(id)).toBe(reason);
  });

  test('a unit grid and a political-legal grid may carry the same digits: the shape never tells the scheme', () => {
    expect(ruleOf('urban-management', 'cn-unit-grid-15')('360203003002001')).toBeNull();
    expect(ruleOf('political-legal', 'cn-12-plus-3')('360203003002001')).toBeNull();
  });
});
