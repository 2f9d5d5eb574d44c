import { actsOf, type Authority, type Concern, rightsDecide } from '../../../src/features/access/index.js';
import { actOfMutation } from '../../../src/features/access/mutation-acts.js';
import { type Act, acts } from '../../../src/features/access/role-rights.js';
import { type Principal, roles } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';

const parents: Readonly<Record<string, string>> = {
  '360203': '360200',
  '360203001': '360203',
  '360203002': '360203',
  '360203001002': '360203001',
};
const pathOf = (code: string): readonly string[] => (code in parents ? [code, ...pathOf(parents[code]!)] : code === '360200' ? [code] : []);
const authority: Authority = rightsDecide(() => ({ cityCode: '360200', pathOf }));

const may = (principal: Principal, act: Act, about: Partial<Concern> = {}): boolean =>
  authority.mayDecide(principal, act, { owners: ['PETITION'], divisions: ['360203001002'], ...about });

const gridOffice = aPrincipal(['360200']);
const steward = (changed: Partial<Principal> = {}): Principal =>
  aPrincipal(['360200'], { role: 'DATA_STEWARD', department: 'PETITION', ...changed });

describe('a right to decide', () => {
  test('comes with the acts of a role', () => {
    expect(roles.filter((role) => authority.mayEver(aPrincipal(['360200'], { role }), 'REDRAW'))).toEqual([
      'TOWNSHIP_DISPATCHER',
      'GRID_OFFICE',
      'DATA_STEWARD',
    ]);
  });

  test('A57: an analyst reports, and takes no other decision', () => {
    const analyst = aPrincipal(['360200'], { role: 'ANALYST' });
    expect(acts.filter((act) => may(analyst, act))).toEqual(['REPORT']);
  });

  test('A57: a machine takes no decision that an office answers for, whatever its role', () => {
    const taken = (role: Principal['role']): readonly string[] => actsOf(aPrincipal(['360200'], { role, kind: 'MACHINE' }));
    expect(taken('GRID_OFFICE')).toEqual(['REPORT', 'DISPATCH', 'MAP']);
    expect(taken('DEPARTMENT_SYSTEM')).toEqual(['REPORT', 'HANDLE', 'SUPPLY', 'MAP']);
    expect(taken('SECURITY_ADMINISTRATOR')).toEqual([]);
  });

  test('is narrowed by what its credential was given', () => {
    const narrowed = (given: readonly Act[]): readonly Act[] =>
      actsOf(
        aPrincipal(['360200'], {
          role: 'DEPARTMENT_SYSTEM',
          kind: 'MACHINE',
          credential: { kind: 'KEY', id: 'k', expiresAt: null, acts: given },
        }),
      );
    expect([narrowed(['MAP', 'SHARE']), narrowed([])]).toEqual([['MAP'], []]);
  });

  test('of no office reaches every office’s data in its divisions', () => {
    expect(may(gridOffice, 'MAP', { owners: ['PETITION', 'HOUSING'], divisions: [null] })).toBe(true);
  });

  test.each([
    ['its own on one side', ['PETITION', 'CITY'], true],
    ['its own on neither', ['HOUSING', 'CITY'], false],
    ['nobody’s', [], true],
  ])('of an office reaches data of an office where it is %s', (_case, owners, allowed) => {
    expect(may(steward(), 'MAP', { owners })).toBe(allowed);
  });

  test.each([
    ['its own township', ['360203001'], true],
    ['a community of it', ['360203001002'], true],
    ['another township', ['360203002'], false],
    ['the county above', ['360203'], false],
    ['its own township and another', ['360203001', '360203002'], false],
    ['the city as a whole', [null], false],
    ['a code that is unknown today', ['999999'], false],
    ['nothing that anybody named', [], false],
  ])('of a township stays within it: %s', (_case, divisions, allowed) => {
    const township = aPrincipal(['360203001'], { role: 'TOWNSHIP_DISPATCHER' });
    expect(may(township, 'REDRAW', { divisions })).toBe(allowed);
  });

  test('without divisions reaches nowhere', () => {
    expect(may(aPrincipal([]), 'MAP')).toBe(false);
  });

  test.each([
    ['its own steward', steward(), true],
    ['another office’s steward', steward({ department: 'HOUSING' }), false],
    ['the city’s grid office', gridOffice, false],
    ['its own handler', steward({ role: 'DEPARTMENT_HANDLER' }), false],
    ['its own steward in one township only', steward({ divisions: ['360203001'] }), false],
  ])('to share an office’s data is with nobody but its own steward: %s', (_case, principal, allowed) => {
    expect(may(principal, 'SHARE', { divisions: [null] })).toBe(allowed);
  });

  test('to share what no office keeps is the city’s grid office’s', () => {
    expect(may(gridOffice, 'SHARE', { owners: ['CITY'], divisions: [null] })).toBe(true);
  });

  test('is named for every mutation', () => {
    expect(acts).toEqual(expect.arrayContaining(Object.values(actOfMutation)));
  });
});
