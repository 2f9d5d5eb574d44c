import type { CalendarDate } from '../../kernel/dates.js';
import type { SourceId } from '../../kernel/ids.js';
import type { StatementOrigin } from '../access/index.js';

/** An id of an organisation beside the one that its register gives it: a credit code, a party id, the code of some office. */
export interface OrganisationId {
  /** Uuid of the statement, the same through its versions. */
  readonly uuid: string;
  readonly organisationUuid: string;
  readonly issuer: string;
  readonly scheme: string;
  readonly code: SourceId;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly evidence: string;
  readonly origin: StatementOrigin;
}

/** The scheme whose codes carry a check character. */
export const creditCodeScheme = 'credit-code';

/** An id as a city pack brings it. */
export interface OrganisationIdArrival extends Pick<OrganisationId, 'issuer' | 'scheme' | 'code' | 'validFrom' | 'validTo' | 'evidence'> {
  /** The organisation that has it, by its register's own key. */
  readonly organisation: OrganisationKey;
}

/** The key that an organisation's own register gives it. */
export interface OrganisationKey {
  readonly issuer: string;
  readonly scheme: string;
  readonly code: SourceId;
}
