import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern, Declarant, DeclaringParts } from '../../access/index.js';
import type { AdmissionApplication, Verdict } from '../admission-application.js';
import type { ListItem, ListKind, ListLine } from '../list.js';
import type { SourcesOn } from '../ports.js';

/** A line of an edition to be published, with the application that it came by. */
export interface NewLine extends ListLine {
  readonly applicationUuid: string | null;
}

/** An edition to be published. */
export interface NewEdition {
  readonly kind: ListKind;
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  readonly lines: readonly NewLine[];
}

/** The newest edition of a list that is believed now. */
export interface NewestEdition {
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  readonly items: readonly (ListItem & NewLine)[];
}

/** Keeps editions in the city index. */
export interface EditionStore {
  /** Lets one publication or import at a time look and write, to the end of the transaction. */
  lock(sql: Sql): Promise<void>;
  /** Null where none was ever published. */
  newest(sql: Sql, kind: ListKind): Promise<NewestEdition | null>;
  /** Those of the divisions that there are not on a day. */
  unknownDivisions(sql: Sql, codes: readonly DivisionCode[], at: CalendarDate): Promise<readonly DivisionCode[]>;
  /** Writes an edition and tells so; answers its uuid. */
  publish(sql: Sql, edition: NewEdition, declarant: Declarant): Promise<string>;
}

/** An application with the account that made it, which nobody is shown. */
export interface HeldApplication extends AdmissionApplication {
  readonly appliedBy: string;
}

/** What an application asks for. */
export type NewApplication = Pick<AdmissionApplication, 'category' | 'task' | 'temporary' | 'validFrom' | 'validTo'>;

/** Keeps applications and reviews in the city index. */
export interface ApplicationStore {
  /** Writes an application on behalf of the declarant's organisation and tells so; answers its uuid. */
  apply(sql: Sql, application: NewApplication, declarant: Declarant): Promise<string>;
  /** The application, held until the end of the transaction; null where it is unknown. */
  held(sql: Sql, uuid: string): Promise<HeldApplication | null>;
  /** Writes what a review said and tells so. */
  review(
    sql: Sql,
    application: HeldApplication,
    said: { readonly verdict: Verdict; readonly reason: string | null; readonly declarant: Declarant },
  ): Promise<void>;
  /** What was accepted and is in no edition yet, the oldest first. */
  accepted(sql: Sql): Promise<readonly AdmissionApplication[]>;
}

/** What applying and publishing need. */
export interface PublishingParts extends DeclaringParts {
  readonly editions: EditionStore;
  readonly applications: ApplicationStore;
  readonly sourcesOn: SourcesOn;
  /** Whose data a decision about organisations touches, and where. */
  readonly organisationConcern: (sql: Sql, uuids: readonly string[]) => Promise<Concern>;
  /** The city's time zone, by which the day of today is told. */
  readonly timeZone: () => string;
}
