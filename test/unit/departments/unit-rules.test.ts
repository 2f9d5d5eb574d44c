import { aUnit, rulesOf } from '../../support/departments/office-rows.js';

const politicalLegal = rulesOf('political-legal');
const civilAffairs = rulesOf('civil-affairs');
const urban = rulesOf('urban-management');
const party = rulesOf('party-building');
const housing = rulesOf('housing');

describe('a grid of the political-legal office', () => {
  const basic = (localId: string, ended = false) =>
    aUnit({ gridKind: 'BASIC', specialKind: null }, { idScheme: 'cn-12-plus-3', localId, ended });

  test('is numbered in a community of the city', () => {
    expect(politicalLegal.checkUnit(basic('360203011001003'))).toBeNull();
    expect(politicalLegal.checkUnit(basic('360203999999003'))).toMatchObject({ field: 'local_id' });
    expect(politicalLegal.checkUnit(basic('360203100200003'))!.remedy).toMatch(/樊家井社区居委会 360203011001/);
  });

  test('may be numbered in one that is gone where it has ended itself', () => {
    expect(politicalLegal.checkUnit(basic('360203100200003', true))).toBeNull();
  });

  test('is of no institution where it is a basic one', () => {
    expect(politicalLegal.checkUnit(aUnit({ gridKind: 'BASIC', specialKind: 'CAMPUS' }))).toMatchObject({ field: 'special_kind' });
    expect(politicalLegal.checkUnit(aUnit({ gridKind: 'SPECIAL', specialKind: 'CAMPUS' }))).toBeNull();
  });
});

describe('a community of civil affairs', () => {
  const own = { communityCode: '360203011001', committeeKind: 'RESIDENTS', termStartedOn: '2021-07-01', termEndsOn: '2026-06-30' };

  test('names a community that stands, the one that its row names as its division', () => {
    expect(civilAffairs.checkUnit(aUnit(own, { divisionCode: '360203011001' }))).toBeNull();
    expect(civilAffairs.checkUnit(aUnit({ ...own, communityCode: '3602030110' }))).toMatchObject({ field: 'community_code' });
    expect(civilAffairs.checkUnit(aUnit({ ...own, communityCode: '360203011' }))).toMatchObject({ field: 'community_code' });
    expect(civilAffairs.checkUnit(aUnit({ ...own, communityCode: '360203100200' }))!.remedy).toMatch(/began beside it/);
    expect(civilAffairs.checkUnit(aUnit(own, { divisionCode: '360203011002' }))).toMatchObject({ field: 'community_code' });
  });

  test('has a committee whose term ends after it began', () => {
    expect(civilAffairs.checkUnit(aUnit({ ...own, termEndsOn: '2021-07-01' }))).toMatchObject({
      field: 'term_ends_on',
      code: 'DATE_INVALID',
    });
  });

  test.each([
    ['54', 'RESIDENTS', null],
    ['55', 'VILLAGERS', null],
    ['55', 'RESIDENTS', /second character/],
    ['11', 'RESIDENTS', /begin with 5/],
    ['54', null, null],
  ])('with a credit code of %s and a committee %s is taken, and told of where that is unusual', (begin, committeeKind, odd) => {
    const unit = aUnit({ ...own, committeeKind }, { idScheme: 'cn-credit-code', localId: `${begin}360203MC00000000` });
    expect(civilAffairs.checkUnit(unit)).toBeNull();
    const doubt = civilAffairs.doubtUnit(unit);
    if (odd === null) expect(doubt).toBeNull();
    else expect(doubt!.message).toMatch(odd);
  });
});

describe('a unit grid of urban management', () => {
  const grid = (localId: string, own = {}) => aUnit(own, { idScheme: 'cn-unit-grid-15', localId });

  test('is numbered in a county of the city; street and community may follow another register', () => {
    expect(urban.checkUnit(grid('360203777888001'))).toBeNull();
    expect(urban.checkUnit(grid('360299777888001'))).toMatchObject({ field: 'local_id' });
  });

  test('of an unusual grade is taken and told of', () => {
    expect(urban.checkUnit(grid('360203777888001', { managementGrade: 5 }))).toBeNull();
    expect(urban.doubtUnit(grid('360203777888001', { managementGrade: 5 }))).not.toBeNull();
    expect(urban.doubtUnit(grid('360203777888001', { managementGrade: 4 }))).toBeNull();
  });
});

describe('a component of urban management', () => {
  const component = (sourceId: string, standard: string, category: string, kind = 'COMPONENT') =>
    urban.checkElement({ kind, sourceId, facts: { standard, category } })?.field ?? null;

  test.each([
    ['36020301001000001', 'GB/T 47678.5-2026', '01001', null],
    ['3602030101000001', 'GB/T 30428.2-2013', '0101', null],
    ['JZ-0001', '本市部件标准', '99', null],
    ['3602030101000001', 'GB/T 47678.5-2026', '01001', 'source_id'],
    ['36020301001000001', 'GB/T 30428.2-2013', '0101', 'source_id'],
    ['36020302001000001', 'GB/T 47678.5-2026', '01001', 'source_id'],
    ['3602030100100000A', 'GB/T 47678.5-2026', '01001', 'source_id'],
  ])('with the id %s under %s and the class %s has a fault in %s', (sourceId, standard, category, field) => {
    expect(component(sourceId, standard, category)).toBe(field);
  });

  test('is the only kind of element with a rule', () => {
    expect(component('any', 'GB/T 47678.5-2026', '', 'SITE')).toBeNull();
  });
});

test('a branch names the alliance whose lead it gives, and an unusual code is told of', () => {
  expect(party.checkUnit(aUnit({ alliance: null, allianceLead: '11360203000001234X' }))).toMatchObject({ field: 'alliance' });
  expect(party.checkUnit(aUnit({ alliance: '联盟', allianceMembers: 0 }))).toMatchObject({ field: 'alliance_members' });
  expect(party.checkUnit(aUnit({ alliance: '联盟', allianceLead: '11360203000001234X', allianceMembers: 4 }))).toBeNull();
  expect(party.doubtUnit(aUnit({}, { localId: '036020312047' }))).toBeNull();
  expect(party.doubtUnit(aUnit({}, { localId: '0360203120471' }))).not.toBeNull();
  expect(party.doubtUnit(aUnit({ levelPath: '0'.repeat(51) }))).not.toBeNull();
});

test('an estate without an owners’ committee has no term of one', () => {
  expect(housing.checkUnit(aUnit({ ownersCommittee: false, committeeTermEndsOn: '2027-01-15' }))).toMatchObject({
    field: 'committee_term_ends_on',
  });
  expect(housing.checkUnit(aUnit({ ownersCommittee: true, committeeTermEndsOn: '2027-01-15', buildingCount: 4 }))).toBeNull();
  expect(housing.checkUnit(aUnit({ buildingCount: -1 }))).toMatchObject({ field: 'building_count' });
});
