import { divisionCodeFault } from '../../../kernel/code-shape.js';
import { creditCodeFault } from '../../../kernel/credit-code.js';
import { type Division, divisionLevels } from '../../divisions/index.js';
import { type DutyArrival, type OrganisationArrival, organisationKinds } from '../../elements/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { CategoryRecord } from '../records.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalId, optionalText, refuse, requiredId, requiredText, requiredWord } from './cells.js';
import { pointOf } from './point.js';
import { category, optionalDivision, requiredDivision, requiredOrganisation } from './references.js';
import { dateRange, optionalDate, requiredDate } from './time-cells.js';

const divisionKinds = [
  'CITY',
  'DISTRICT',
  'COUNTY',
  'COUNTY_CITY',
  'SUBDISTRICT',
  'TOWN',
  'TOWNSHIP',
  'ZONE',
  'RESIDENTS',
  'VILLAGERS',
] as const;
const organisationLevels = ['CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY', 'NONE'] as const;
const categoryKinds = ['COMPONENT', 'MATTER'] as const;
/** The beginning of a division whose register does not tell it. */
const sinceEver = '1900-01-01';

/** A division; its parent is checked when all rows are known. */
export function divisionRow(row: SourceRow, register: CityRegister): Division {
  const terms = { opaque: register.opaqueDivisions };
  const code = requiredId(row, 'code', terms);
  const fault = register.opaqueDivisions ? null : divisionCodeFault(code);
  if (fault !== null)
    refuse(row, 'code', { expected: fault.replace(/^expected /, ''), remedy: 'Write the code of the national register, without padding.' });
  return {
    code,
    name: requiredText(row, 'name'),
    level: requiredWord(row, 'level', divisionLevels),
    parentCode: optionalId(row, 'parent', terms),
    kind: requiredWord(row, 'kind', divisionKinds),
    ...dateRange(row, optionalDate(row, 'valid_from') ?? sinceEver),
  };
}

/** A matter category. */
export function categoryRow(row: SourceRow): CategoryRecord {
  return {
    standard: requiredText(row, 'standard'),
    kind: requiredWord(row, 'kind', categoryKinds),
    code: requiredId(row, 'code', { opaque: true }),
    nameZh: requiredText(row, 'name_zh'),
    nameEn: optionalText(row, 'name_en'),
    parentCode: optionalId(row, 'parent', { opaque: true }),
  };
}

/** An organisation; its parent is checked when all rows are known. */
export function organisationRow(row: SourceRow, register: CityRegister): Omit<OrganisationArrival, 'asOf'> {
  const [issuer, scheme, code] = [requiredText(row, 'issuer'), requiredText(row, 'scheme'), requiredId(row, 'code', { opaque: true })];
  const fault = scheme === 'credit-code' ? creditCodeFault(code) : null;
  if (fault !== null)
    refuse(row, 'code', {
      expected: fault.replace(/^expected /, ''),
      remedy: 'Correct the credit code from the registration certificate.',
    });
  return {
    issuer,
    scheme,
    code,
    name: requiredText(row, 'name'),
    kind: requiredWord(row, 'kind', organisationKinds),
    level: requiredWord(row, 'level', organisationLevels),
    divisionCode: optionalDivision(row, 'division', register),
    parentCode: optionalId(row, 'parent', { opaque: true }),
    department: officeOf(row, register),
    ...pointOf(row, register.city.bounds),
    gridUuid: null,
  };
}

function officeOf(row: SourceRow, register: CityRegister): string | null {
  const key = optionalText(row, 'office');
  if (key === null) return null;
  return (
    register.offices.get(key) ??
    refuse(row, 'office', {
      expected: `one of ${[...register.offices.keys()].join(', ')}`,
      remedy: 'Name an office that takes part, or leave the cell empty.',
    })
  );
}

/** A duty. */
export function dutyRow(row: SourceRow, register: CityRegister): DutyArrival {
  const { standard, kind, code } = category(row, register, true);
  return {
    standard,
    kind,
    categoryCode: code,
    divisionCode: requiredDivision(row, 'division', register),
    organisationCode: requiredOrganisation(row, 'organisation', register),
    ...dateRange(row, requiredDate(row, 'valid_from')),
    document: optionalText(row, 'document'),
  };
}
