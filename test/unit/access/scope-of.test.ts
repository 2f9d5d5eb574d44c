import { type Places, scopeOf, type SharingGrant } from '../../../src/features/access/index.js';
import type { Principal, Role } from '../../../src/kernel/principal.js';
import type { Scope } from '../../../src/kernel/scope.js';
import { aPrincipal } from '../../support/access/a-principal.js';

const offices = ['PETITION', 'POLITICAL_LEGAL', 'URBAN_MANAGEMENT'];
const levels = { '360200': 'CITY', '360203': 'COUNTY', '360203001': 'TOWNSHIP', '360203001002': 'COMMUNITY' } as const;
const places: Places = {
  cityCode: '360200',
  levelOf: (code) => levels[code as keyof typeof levels] ?? null,
  gridUuidOf: (code) => (code === '360203001002001' ? 'uuid-of-the-grid' : null),
};

function aGrant(changed: Partial<SharingGrant> = {}): SharingGrant {
  return {
    uuid: 'g',
    from: 'PETITION',
    to: 'POLITICAL_LEGAL',
    dataClass: 'MATTERS',
    attribute: 'UNCONDITIONAL',
    purposes: [],
    validFrom: '2026-01-01',
    until: '2027-01-01',
    ...changed,
  };
}

interface Case {
  readonly grants?: readonly SharingGrant[];
  readonly purpose?: string | null;
  readonly day?: string;
}

function seenBy(principal: Principal, { grants = [], purpose = null, day = '2026-06-30' }: Case = {}): Scope {
  return scopeOf({ principal, purpose, places, day }, { offices, sealing: ['PETITION'], grants });
}

const city = (role: Role): Principal => aPrincipal(['360200'], { role });
const ofOffice = (department: string): Principal => aPrincipal(['360200'], { role: 'DEPARTMENT_HANDLER', department });

describe('a scope', () => {
  test('of whoever acts for the city as a whole holds every office’s matters', () => {
    expect(seenBy(city('ANALYST')).readings.MATTERS).toEqual({ owners: null, conditional: [] });
  });

  test('of an office holds its own data and nobody else’s', () => {
    expect(seenBy(ofOffice('POLITICAL_LEGAL')).readings.MATTERS.owners).toEqual(['POLITICAL_LEGAL']);
  });

  test('of an office grows by what another one grants, in that class alone', () => {
    const { readings } = seenBy(ofOffice('POLITICAL_LEGAL'), { grants: [aGrant()] });
    expect([readings.MATTERS.owners, readings.ELEMENTS.owners]).toEqual([['PETITION', 'POLITICAL_LEGAL'], ['POLITICAL_LEGAL']]);
  });

  test.each([
    ['before its first day', '2025-12-31', []],
    ['on its first day', '2026-01-01', ['PETITION']],
    ['on its last day', '2026-12-31', ['PETITION']],
    ['on the day on which it ends', '2027-01-01', []],
  ])('counts a grant by its dates: %s', (_when, day, granted) => {
    const { owners } = seenBy(ofOffice('POLITICAL_LEGAL'), { grants: [aGrant()], day }).readings.MATTERS;
    expect(owners).toEqual([...granted, 'POLITICAL_LEGAL']);
  });

  test.each([
    ['no purpose', null, [], []],
    ['another purpose', '统计', [], []],
    ['the purpose of the grant', '联合调解', ['PETITION'], ['PETITION']],
  ])('opens what is shared on condition for the purpose of the grant only: %s', (_case, purpose, seen, conditional) => {
    const grants = [aGrant({ attribute: 'CONDITIONAL', purposes: ['联合调解'] })];
    expect(seenBy(ofOffice('POLITICAL_LEGAL'), { grants, purpose }).readings.MATTERS).toEqual({
      owners: [...seen, 'POLITICAL_LEGAL'],
      conditional,
    });
  });

  test('of whoever acts for the city leaves out what an office withholds', () => {
    const grants = [aGrant({ to: 'CITY', attribute: 'WITHHELD' })];
    expect(seenBy(city('SUPERVISOR'), { grants }).readings.MATTERS.owners).toEqual(['CITY', 'POLITICAL_LEGAL', 'URBAN_MANAGEMENT']);
  });

  test.each(['SECURITY_ADMINISTRATOR', 'AUDITOR'] as const)('of the %s holds no data of any office', (role) => {
    expect(Object.values(seenBy(city(role)).readings)).toEqual(Array.from({ length: 6 }, () => ({ owners: [], conditional: [] })));
  });

  test('has no bounds where the whole city is acted in', () => {
    expect(seenBy(city('ANALYST')).jurisdiction).toBeNull();
  });

  test('is bound by the divisions acted in, each at its level; a code that is none is nowhere', () => {
    const principal = aPrincipal(['360203', '360203001', '360203001002', '999999']);
    expect(seenBy(principal).jurisdiction).toEqual({ counties: ['360203'], townships: ['360203001'], communities: ['360203001002'] });
  });

  test('without any division is nowhere', () => {
    expect(seenBy(aPrincipal([])).jurisdiction).toEqual({ counties: [], townships: [], communities: [] });
  });

  test('of a grid worker is confined to the grids that it has; an unknown grid is none', () => {
    const worker = (grids: readonly string[]): Principal => aPrincipal(['360203001002'], { role: 'GRID_WORKER', grids });
    expect(['360203001002001', '000'].map((code) => seenBy(worker([code])).gridUuids)).toEqual([['uuid-of-the-grid'], []]);
    expect(seenBy(worker([])).gridUuids).toBeNull();
  });

  test('has the key of every scope that sees the same, and of no other', () => {
    const one = seenBy(aPrincipal(['360203', '360203001']));
    expect(seenBy(aPrincipal(['360203001', '360203'], { subject: 'somebody-else' })).key).toBe(one.key);
    expect(seenBy(aPrincipal(['360203'])).key).not.toBe(one.key);
  });
});
