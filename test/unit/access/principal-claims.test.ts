import { actsAsOf, ownClaimNames } from '../../../src/features/access/credentials/principal-claims.js';
import { roles } from '../../../src/kernel/principal.js';

const city = { offices: ['PETITION'], divisionFault: () => null };
const read = (claims: Readonly<Record<string, unknown>>) => actsAsOf({ sub: 's', role: 'ANALYST', ...claims }, ownClaimNames, city);

describe('what a principal acts as', () => {
  test('is of no office only where its role may be the city’s', () => {
    const refused = roles.filter((role) => {
      try {
        return read({ role }).department !== null;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual(['DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM']);
    expect(read({ role: 'DEPARTMENT_HANDLER', department: 'PETITION' })).toMatchObject({ department: 'PETITION' });
    expect(() => read({ role: 'DEPARTMENT_SYSTEM', department: null })).toThrow('department: expected the office of a DEPARTMENT_SYSTEM');
  });

  test('is nowhere where no division is named', () => {
    expect(read({})).toMatchObject({ divisions: [], grids: [], organisation: null });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a role in a list', { role: ['ANALYST'] }],
    ['a role of another spelling', { role: 'analyst' }],
    ['no role', { role: undefined }],
    ['an office in a list', { department: ['PETITION'] }],
    ['an empty office', { department: '' }],
    ['the city as an office', { department: 'CITY' }],
    ['divisions in one text', { divisions: '360200' }],
    ['divisions by number', { divisions: [360200] }],
    ['divisions as an object', { divisions: { 0: '360200', length: 1 } }],
    ['a subject of blanks', { sub: ' ' }],
    ['a subject of 129 letters', { sub: 's'.repeat(129) }],
    ['a subject by number', { sub: 7 }],
  ])('is refused for %s', (_what, claims) => {
    expect(() => read(claims)).toThrow(/expected/);
  });
});
