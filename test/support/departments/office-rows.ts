import type { DivisionFacts, RowRules, UnitRowFacts, WholeMatterRow } from '../../../src/departments/contract.js';
import { sixOffices } from './six-offices.js';

/** The rules of one of the six offices. */
export function rulesOf(key: string): Required<RowRules> {
  const passes = { checkUnit: () => null, doubtUnit: () => null, checkElement: () => null, checkMatter: () => null };
  return { ...passes, ...sixOffices.find((office) => office.key === key)?.rowRules };
}

const divisions: readonly DivisionFacts[] = [
  { code: '360203', level: 'COUNTY', stands: true, gone: '' },
  { code: '360203011', level: 'TOWNSHIP', stands: true, gone: '' },
  { code: '360203011001', level: 'COMMUNITY', stands: true, gone: '' },
  {
    code: '360203100200',
    level: 'COMMUNITY',
    stands: false,
    gone: '樊家井村委会 stood until 2022-07-01, when 樊家井社区居委会 360203011001 began beside it',
  },
];

/** A unit of a city with one county, one township and two communities, of which the second is gone. */
export function aUnit(own: UnitRowFacts['own'], parts: Partial<UnitRowFacts> = {}): UnitRowFacts {
  return {
    layerKey: 'office/layer',
    idScheme: 'opaque',
    localId: 'U-1',
    divisionCode: null,
    ended: false,
    own,
    division: (code) => divisions.find((division) => division.code === code) ?? null,
    ...parts,
  };
}

/** A matter that was reported on 2026-03-01. */
export function aMatter(own: WholeMatterRow['own'], parts: Partial<WholeMatterRow> = {}): WholeMatterRow {
  return {
    standard: 'sample',
    categoryCode: '01',
    unit: { layerKey: 'office/layer', localId: 'U-1' },
    hasPoint: true,
    divisionLevel: 'COMMUNITY',
    reportedOn: '2026-03-01',
    sealed: false,
    own,
    ...parts,
  };
}
