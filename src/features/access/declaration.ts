import { CityError } from '../../kernel/city-error.js';
import type { SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import { isPlainText } from '../../kernel/text.js';

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
