import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { AdmissionApplication } from '../admission-application.js';
import type { NewestEdition, NewLine } from './ports.js';

/** What the next edition of the admission list is made of. */
export interface AdmissionGround {
  readonly newest: NewestEdition | null;
  /** What was accepted and is in no edition yet. */
  readonly accepted: readonly AdmissionApplication[];
}

/** What is wished of it: which accepted applications come in (null: all), and which lines of the newest edition end with it. */
export interface AdmissionWish {
  readonly applications: readonly string[] | null;
  readonly retire: readonly string[];
  readonly effectiveFrom: CalendarDate;
}

/**
 * The lines of the next edition: those of the newest one that go on, then what was accepted; what has ended by the first day is left out.
 * Throws `NOT_FOUND` for a line that the newest edition has not, and for an application that is not accepted or already in an edition.
 */
export function admittedLines(
  { applications, retire, effectiveFrom }: AdmissionWish,
  { newest, accepted }: AdmissionGround,
): readonly NewLine[] {
  const held = newest?.items ?? [];
  const noLine = retire.find((uuid) => !held.some((item) => item.uuid === uuid));
  if (noLine !== undefined) throw unknownLine(noLine);
  const noApplication = (applications ?? []).find((uuid) => !accepted.some((one) => one.uuid === uuid));
  if (noApplication !== undefined) throw notAccepted(noApplication);
  const going = held.filter(({ uuid }) => !retire.includes(uuid)).map(({ uuid: _uuid, ...line }) => line);
  const coming = accepted.filter(({ uuid }) => applications?.includes(uuid) ?? true).map(lineOf);
  return [...going, ...coming].filter(({ validTo }) => validTo === null || validTo > effectiveFrom);
}

function lineOf(application: AdmissionApplication): NewLine {
  const { uuid, category, task, temporary, validFrom, validTo, organisationUuid, document } = application;
  return { category, divisionCode: null, organisationUuid, task, document, temporary, validFrom, validTo, applicationUuid: uuid };
}

function unknownLine(uuid: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `retire: expected ids of lines of the newest edition, got ${uuid}.`,
    messageZh: `retire：应为最新一版的条目编号，收到 ${uuid}。`,
    hint: 'The query catalogueList shows the lines of an edition.',
  });
}

function notAccepted(uuid: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `applications: expected ids of accepted applications that are in no edition yet, got ${uuid}.`,
    messageZh: `applications：应为已通过且尚未列入清单的申请编号，收到 ${uuid}。`,
    hint: 'The query admissionApplications(state: ACCEPTED) lists them.',
  });
}
