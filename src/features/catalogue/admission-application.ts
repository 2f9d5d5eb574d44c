import type { CalendarDate } from '../../kernel/dates.js';
import type { CategoryKey } from '../categories/index.js';

/** What a review of an application may say. */
export const verdicts = ['ACCEPTED', 'REFUSED'] as const;

/** One of {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** Where an application stands; PUBLISHED once an edition of the list has a line by it. */
export const applicationStates = ['PENDING', ...verdicts, 'PUBLISHED'] as const;

/** One of {@link applicationStates}. */
export type ApplicationState = (typeof applicationStates)[number];

/** What an organisation asks of grid staff, to be put on the admission list. */
export interface AdmissionApplication {
  readonly uuid: string;
  readonly category: CategoryKey;
  /** What grid staff would do. */
  readonly task: string;
  readonly temporary: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Who asks. */
  readonly organisationUuid: string;
  readonly document: string;
  readonly appliedAt: Date;
  readonly state: ApplicationState;
  /** Why it was refused, or what was said of its acceptance. */
  readonly reason: string | null;
  readonly reviewedAt: Date | null;
  /** 1 as it was made, 2 once reviewed, 3 once published. */
  readonly version: number;
}
