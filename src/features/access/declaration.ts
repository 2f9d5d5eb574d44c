import { CityError } from '../../kernel/city-error.js';
import type { Clock } from '../../kernel/clock.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import { isPlainText } from '../../kernel/text.js';
import type { Acting, ActParts } from './act-once.js';

/** What every statement that a person makes rests on. */
export interface Declaration {
  /** The number of the document, 1–200 characters. */
  readonly document: string;
  /** Code of the organisation on whose behalf it is made. */
  readonly organisation: SourceId;
  /** The office that the person holds, 1–100 characters; never a name. */
  readonly role: string;
}

/** Finds the uuid of the organisation of a code, by any of its ids of today; throws `NOT_FOUND` or `AMBIGUOUS_ID`. */
export type FindOrganisation = (sql: Sql, code: SourceId) => Promise<string>;

/** What a service needs that takes statements of people. */
export interface DeclaringParts extends ActParts {
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
}

/** Who makes a statement, as its row keeps it. */
export interface Declarant {
  /** Subject of the principal. */
  readonly declaredBy: string;
  readonly role: string;
  /** Uuid of the organisation on whose behalf it is made. */
  readonly onBehalfOf: string;
  readonly document: string;
  readonly recordedAt: Date;
}

/** Where a statement comes from: a city pack, or a person. */
export const statementOrigins = ['PACK', 'DECLARED'] as const;

/** One of {@link statementOrigins}. */
export type StatementOrigin = (typeof statementOrigins)[number];

/** The declaration with blanks around its texts taken off; throws `BAD_USER_INPUT` naming the text that is empty or too long. */
export function checkedDeclaration({ document, organisation, role }: Declaration): Declaration {
  return { document: shortText('document', document, 200), organisation, role: shortText('role', role, 100) };
}

function shortText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (isPlainText(trimmed) && length >= 1 && length <= longest) return trimmed;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected 1 to ${longest} characters, got ${length}.`,
    messageZh: `${field}：应为 1 到 ${longest} 个字，收到 ${length} 个。`,
    hint: 'A statement that others rely on names its document and the office of who makes it.',
  });
}

/** Who makes a statement now; throws `NOT_FOUND` or `AMBIGUOUS_ID` for the organisation on whose behalf it is made. */
export async function declarantOf(
  sql: Sql,
  { document, organisation, role }: Declaration,
  by: Acting & Pick<DeclaringParts, 'findOrganisation' | 'clock'>,
): Promise<Declarant> {
  const onBehalfOf = await by.findOrganisation(sql, organisation);
  return { declaredBy: by.principal.subject, role, onBehalfOf, document, recordedAt: by.clock.now() };
}

/** What a withdrawal speaks of, in both languages, e.g. `link` and `对照`. */
export interface Withdrawn {
  readonly en: string;
  readonly zh: string;
}

/**
 * The day on which a statement ends that is withdrawn from a day on; null where it never held, because no day is named or it had not begun.
 * Throws `CONFLICT` where it has ended by then.
 */
export function endOfWithdrawn(
  held: { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null },
  from: CalendarDate | null,
  what: Withdrawn,
): CalendarDate | null {
  if (from === null) return null;
  if (held.validTo !== null && held.validTo <= from) throw endedAlready(held.validTo, what);
  return from > held.validFrom ? from : null;
}

function endedAlready(validTo: CalendarDate, { en, zh }: Withdrawn): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `from: expected a day before ${validTo}, on which the ${en} ends already.`,
    messageZh: `from：该${zh}已于 ${validTo} 终止，应给出更早的日期。`,
    details: { allowed: ['WITHDRAW_FROM_AN_EARLIER_DAY'] },
  });
}
