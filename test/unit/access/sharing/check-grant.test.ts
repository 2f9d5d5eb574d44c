import { checkedGrant } from '../../../../src/features/access/sharing/check-grant.js';
import type { NewGrant } from '../../../../src/features/access/sharing/held-grant.js';

const offices = ['PETITION', 'POLITICAL_LEGAL'];
const grant: NewGrant = {
  from: 'PETITION',
  to: 'POLITICAL_LEGAL',
  dataClass: 'MATTERS',
  attribute: 'CONDITIONAL',
  purposes: [' 联合调解 ', '联合调解'],
  validFrom: '2026-07-01',
  until: null,
};

test('a grant is kept with each purpose once and without the blanks around it', () => {
  expect(checkedGrant(grant, offices)).toEqual({ ...grant, purposes: ['联合调解'] });
});

test('the city may be a side', () => {
  expect(checkedGrant({ ...grant, to: 'CITY' }, offices).to).toBe('CITY');
});

test.each([
  ['an owner that is none', { from: 'KING' }, 'BAD_USER_INPUT', /^from: /],
  ['one with itself', { to: 'PETITION' }, 'BAD_USER_INPUT', /^to: /],
  ['a condition without purposes', { purposes: [] }, 'BAD_USER_INPUT', /^purposes: /],
  ['a purpose of blanks', { purposes: ['  '] }, 'BAD_USER_INPUT', /^purposes: /],
  ['a purpose that is too long', { purposes: ['长'.repeat(201)] }, 'BAD_USER_INPUT', /^purposes: /],
  ['purposes without condition', { attribute: 'WITHHELD' }, 'BAD_USER_INPUT', /^purposes: /],
  ['more purposes than twenty', { purposes: Array.from({ length: 21 }, (_, n) => `用途${n}`) }, 'BAD_USER_INPUT', /^purposes: /],
  ['an end before its beginning', { until: '2026-07-01' }, 'DATE_INVALID', /^until: /],
] as const)('%s is refused', (_case, changed, code, message) => {
  const checked = (): unknown => checkedGrant({ ...grant, ...changed }, offices);
  expect(checked).toThrow(message);
  expect(checked).toThrow(expect.objectContaining({ code }) as Error);
});
