import type { CalendarDate } from '../../kernel/dates.js';
import type { ListInForce } from './list.js';

/** What the admission list says of a category; NO_LIST where the city has published none, and so nothing is refused. */
export const admissionStandings = ['ADMITTED', 'TEMPORARY', 'NOT_LISTED', 'NO_LIST'] as const;

/** One of {@link admissionStandings}. */
export type AdmissionStanding = (typeof admissionStandings)[number];

/** Whether grid staff may be asked to deal with a category, and by which edition. */
export interface Admission {
  readonly standing: AdmissionStanding;
  /** The edition it was judged by; null without one in force. */
  readonly edition: number | null;
  /** The day on which it is no longer admitted; null while open, and where it is not. */
  readonly until: CalendarDate | null;
}

type Item = ListInForce['items'][number];

/** Judges by the lines in force that speak of the category or of one above it: a lasting line before a temporary one, the nearest first. */
export function admissionBy(list: ListInForce | undefined): Admission {
  if (!list) return { standing: 'NO_LIST', edition: null, until: null };
  const [best] = list.items.toSorted(byForce);
  if (!best) return { standing: 'NOT_LISTED', edition: list.number, until: null };
  return { standing: best.temporary ? 'TEMPORARY' : 'ADMITTED', edition: list.number, until: best.validTo };
}

function byForce(a: Item, b: Item): number {
  if (a.temporary !== b.temporary) return a.temporary ? 1 : -1;
  if (a.nearness !== b.nearness) return a.nearness - b.nearness;
  return lastDay(a) < lastDay(b) ? 1 : -1;
}

const lastDay = ({ validTo }: Item): string => validTo ?? '9999-12-31';
