import { creditCodeFault } from '../../../kernel/credit-code.js';
import { creditCodeScheme, type OrganisationIdArrival } from '../../elements/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { refuse, requiredId, requiredText } from './cells.js';
import { requiredOrganisation } from './references.js';
import { dateRange, requiredDate } from './time-cells.js';

/** Another id of an organisation; at one time it names one organisation only, which `earlier` rows and the register are asked about. */
export function organisationIdRow(
  row: SourceRow,
  register: CityRegister,
  earlier: readonly OrganisationIdArrival[],
): OrganisationIdArrival {
  const holder = register.organisation(requiredOrganisation(row, 'organisation', register));
  if (holder === null || holder === 'AMBIGUOUS') throw new Error('The code was found a moment ago.');
  const id = {
    organisation: { issuer: holder.issuer, scheme: holder.scheme, code: holder.code },
    issuer: requiredText(row, 'issuer'),
    scheme: requiredText(row, 'scheme'),
    code: requiredId(row, 'code', { opaque: true }),
    evidence: requiredText(row, 'evidence'),
    ...dateRange(row, requiredDate(row, 'valid_from')),
  };
  const fault = id.scheme === creditCodeScheme ? creditCodeFault(id.code) : null;
  if (fault !== null)
    refuse(row, 'code', {
      expected: fault.replace(/^expected /, ''),
      remedy: 'Correct the credit code from the registration certificate.',
    });
  if (!register.hasOrganisationKey(id) && !earlier.some((other) => clash(id, other))) return id;
  return refuse(row, 'code', {
    code: 'CONFLICT',
    expected: 'an id that names no organisation on a day of that period',
    remedy: 'One id names one organisation at a time: correct the code, or the dates of the other row.',
  });
}

function clash(id: OrganisationIdArrival, other: OrganisationIdArrival): boolean {
  return (
    id.issuer === other.issuer &&
    id.scheme === other.scheme &&
    id.code === other.code &&
    (other.validTo === null || other.validTo > id.validFrom) &&
    (id.validTo === null || id.validTo > other.validFrom)
  );
}
