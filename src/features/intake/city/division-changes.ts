import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { Division } from '../../divisions/index.js';

/** The city's register of divisions as one reading of its files found it. */
export interface DivisionListing {
  readonly accepted: readonly Division[];
  /** Codes of which a row was refused: nothing is said of them, so what is held stays. */
  readonly refused: ReadonlySet<DivisionCode>;
  /** Whether the files speak for the whole register: no row in them was too broken to be told. */
  readonly complete: boolean;
}

/** What has to be recorded so that a listing is believed. */
export interface DivisionChanges {
  /** Periods that are no longer believed as they stand. */
  readonly closed: readonly Division[];
  /** Periods that are believed from now on. */
  readonly opened: readonly Division[];
}

/**
 * Compares what is believed with a listing. A period of the same beginning is corrected; one that began before all that the
 * listing tells of its code ends where that begins; a code that a complete listing no longer names ends today.
 */
export function divisionChanges(held: readonly Division[], listing: DivisionListing, today: CalendarDate): DivisionChanges {
  const given = new Map(listing.accepted.map((division) => [keyOf(division), division]));
  const begins = new Map<DivisionCode, CalendarDate>();
  for (const { code, validFrom } of listing.accepted) begins.set(code, earlier(begins.get(code), validFrom));
  const unsaid = held.filter((division) => !given.has(keyOf(division)) && !listing.refused.has(division.code));
  const ended = unsaid.flatMap((division) => {
    const end = begins.get(division.code) ?? (listing.complete ? today : null);
    return end !== null && (division.validTo === null || division.validTo > end) ? [{ division, end }] : [];
  });
  const known = new Map(held.map((division) => [keyOf(division), division]));
  const corrected = listing.accepted.filter((division) => !isEqual(known.get(keyOf(division)), division));
  return {
    closed: [...ended.map(({ division }) => division), ...corrected.flatMap((division) => known.get(keyOf(division)) ?? [])],
    opened: [
      ...ended.filter(({ division, end }) => division.validFrom < end).map(({ division, end }) => ({ ...division, validTo: end })),
      ...corrected,
    ],
  };
}

function keyOf({ code, validFrom }: Division): string {
  return `${code} ${validFrom}`;
}

function earlier(known: CalendarDate | undefined, date: CalendarDate): CalendarDate {
  return known === undefined || date < known ? date : known;
}

function isEqual(a: Division | undefined, b: Division): boolean {
  return (
    a !== undefined &&
    a.name === b.name &&
    a.level === b.level &&
    a.parentCode === b.parentCode &&
    a.kind === b.kind &&
    a.validTo === b.validTo
  );
}
