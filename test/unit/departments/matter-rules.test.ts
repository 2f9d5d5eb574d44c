import type { WholeMatterRow } from '../../../src/departments/contract.js';
import { presentCodeOf } from '../../../src/departments/urban-management/code-generations.js';
import { aMatter, rulesOf } from '../../support/departments/office-rows.js';

const faultOf = (office: string, row: WholeMatterRow): string | null => rulesOf(office).checkMatter(row)?.field ?? null;

describe('a matter of urban management', () => {
  const own = { departmentCode: '11360203000001234X', formerCode: null, componentId: null };
  const unit = { layerKey: 'urban-management/unit', localId: '360203007001001' };
  const matter = (changed: object = {}, parts: Partial<WholeMatterRow> = {}): string | null =>
    faultOf('urban-management', aMatter({ ...own, ...changed }, { standard: 'GB/T 47678.5-2026', categoryCode: '06010', unit, ...parts }));

  test('names the department in charge and its unit grid, as GB/T 47678.5-2026 demands', () => {
    expect(matter()).toBeNull();
    expect(matter({ departmentCode: null })).toBe('department_code');
    expect(matter({}, { unit: null })).toBe('unit');
    expect(matter({}, { unit: { layerKey: 'urban-management/responsibility', localId: '03-AREA-001' } })).toBe('unit');
  });

  test('is of a kind of five digits and not of its class', () => {
    expect(matter({}, { categoryCode: '06' })).toBe('category');
    expect(matter({}, { standard: 'GB/T 30428.2-2013', categoryCode: '0110' })).toBeNull();
    expect(matter({}, { standard: 'GB/T 30428.2-2013', categoryCode: '06010' })).toBe('category');
  });

  test.each([
    ['0110', '06010', null],
    ['01-10', '06010', null],
    ['0203', '07003', null],
    ['0311', '08011', null],
    ['0405', '09005', null],
    ['0136', '06010', 'former_code'],
    // The list that swaps 04 and 05 has the same shape; a code of the city's own is counted down from 99.
    ['0505', '09005', 'former_code'],
    ['0193', '06010', 'former_code'],
    ['0601', '06010', 'former_code'],
    ['06010', '06010', 'former_code'],
  ])('with the former code %s may be %s: the fault is in %s', (formerCode, categoryCode, field) => {
    expect(matter({ formerCode }, { categoryCode })).toBe(field);
  });

  test('that stays under its old standard is left as it is, its codes unconverted', () => {
    expect(matter({ departmentCode: null, formerCode: '0193' }, { standard: '本市标准', categoryCode: '0193', unit: null })).toBeNull();
  });

  test('about a component names it by an id of either generation', () => {
    expect(matter({ componentId: '36020301001000001' })).toBeNull();
    expect(matter({ componentId: '3602030101000001' })).toBeNull();
    expect(matter({ componentId: '360203' })).toBe('component_id');
  });

  test('has no present code by rule outside the four classes that moved as a whole', () => {
    expect(['0136', '0203', '0311', '0405', '0501', '0601', '136', '01360'].map(presentCodeOf)).toEqual([
      ...['06036', '07003', '08011', '09005'],
      ...[null, null, null, null],
    ]);
  });
});

describe('a matter of the political-legal office', () => {
  const matter = (own: object, parts: Partial<WholeMatterRow> = {}): string | null =>
    faultOf('political-legal', aMatter({ ...own }, parts));

  test('is of one of the classes 9+X', () => {
    expect(matter({ affairClass: 'DISPUTES' })).toBeNull();
    expect(matter({ affairClass: 'LOCAL' })).toBeNull();
    expect(matter({ affairClass: null })).toBe('affair_class');
  });

  test.each(['SPECIAL_GROUPS', 'YOUNG_PEOPLE'])('of the class %s is work of a township or wider, without point and unit', (affairClass) => {
    const wide = { unit: null, hasPoint: false, divisionLevel: 'TOWNSHIP' };
    expect(matter({ affairClass }, wide)).toBeNull();
    expect(matter({ affairClass }, { ...wide, divisionLevel: 'COUNTY' })).toBeNull();
    expect(matter({ affairClass }, { ...wide, divisionLevel: 'COMMUNITY' })).toBe('affair_class');
    expect(matter({ affairClass }, { ...wide, divisionLevel: null })).toBe('affair_class');
    expect(matter({ affairClass }, { ...wide, hasPoint: true })).toBe('affair_class');
    expect(matter({ affairClass }, { ...wide, unit: { layerKey: 'political-legal/basic', localId: '1' } })).toBe('affair_class');
  });

  test('is confirmed by the court only with a signed agreement, signed only where one was reached', () => {
    const dispute = { affairClass: 'DISPUTES', outcome: 'AGREED', agreementSigned: true, judicialConfirmation: true };
    expect(matter(dispute)).toBeNull();
    expect(matter({ ...dispute, outcome: 'NOT_AGREED' })).toBe('agreement_signed');
    expect(matter({ ...dispute, agreementSigned: false })).toBe('judicial_confirmation');
  });
});

describe('a petition', () => {
  const own = {
    ...{ purposeCode: '03', contentCode: '010200', route: 'ARBITRATION', joint: false, jointBand: null },
    ...{ registeredOn: '2026-03-01', referredOn: '2026-03-10', acceptBy: '2026-03-25', handleBy: '2026-05-10' },
  };
  const matter = (changed: object): string | null => faultOf('petition', aMatter({ ...own, ...changed }));

  test('has its dates in the order of the statutory clock; late is no fault, and none need be given', () => {
    expect(matter({})).toBeNull();
    expect(matter({ referredOn: '2026-12-01', acceptBy: null, handleBy: null })).toBeNull();
    expect(matter({ registeredOn: null, referredOn: null, acceptBy: null, handleBy: null })).toBeNull();
    expect(matter({ referredOn: '2026-02-28' })).toBe('referred_on');
    expect(matter({ acceptBy: '2026-03-09' })).toBe('accept_by');
    expect(matter({ referredOn: null, acceptBy: '2026-02-28' })).toBe('accept_by');
    expect(matter({ handleBy: '2026-03-24' })).toBe('handle_by');
  });

  test('has a purpose of two digits and a content class of six', () => {
    expect([matter({ purposeCode: '3' }), matter({ purposeCode: '003' }), matter({ purposeCode: null })]).toEqual([
      'purpose_code',
      'purpose_code',
      null,
    ]);
    expect([matter({ contentCode: '0102' }), matter({ contentCode: null })]).toEqual(['content_code', null]);
  });

  test('has a band only where it is joint', () => {
    expect(matter({ joint: true, jointBand: 'SIX_TO_TWENTY' })).toBeNull();
    expect(matter({ jointBand: 'SIX_TO_TWENTY' })).toBe('joint_band');
    expect(matter({ joint: null, jointBand: 'SIX_TO_TWENTY' })).toBe('joint_band');
  });

  test('is refused with a sentence that holds no word of it, for it may be sealed', () => {
    const told = (changed: object): string => JSON.stringify(rulesOf('petition').checkMatter(aMatter({ ...own, ...changed })));
    const faults = [{ purposeCode: '77777' }, { contentCode: '88' }, { referredOn: '1999-01-01' }, { jointBand: 'OVER_FIFTY' }].map(told);
    expect(faults.filter((fault) => /77777|88|1999|OVER_FIFTY|null/.test(fault))).toEqual([]);
  });
});

test('a matter of party building is taken on no earlier than it was reported', () => {
  expect(faultOf('party-building', aMatter({ claimedOn: '2026-03-01' }))).toBeNull();
  expect(faultOf('party-building', aMatter({ claimedOn: '2026-02-28' }))).toBe('claimed_on');
});
