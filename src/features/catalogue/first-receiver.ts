import type { DivisionCode } from '../../kernel/ids.js';
import type { Duty } from '../elements/index.js';

/** What can decide who leads where several are named: whose duty names the category, is of the lowest division, or is the oldest. */
export const preferences = ['NAMED_CATEGORY', 'LOWEST_DIVISION', 'LONGEST_IN_DUTY'] as const;

/** One of {@link preferences}. */
export type Preference = (typeof preferences)[number];

/** The first-receiver rule 首接负责制 as data: preferences in order; who ties in all of them does not lead by chance. */
export const firstReceiverRule: readonly Preference[] = preferences;

/** The duties in order of the rule, and the organisation that leads by it; null where nobody is named or several tie. */
export interface Reception {
  readonly duties: readonly Duty[];
  readonly firstReceiver: string | null;
}

type Compare = (a: Duty, b: Duty) => number;

/** Applies a rule to the duties in force; `divisionCodes` run from the lowest upwards. */
export function receivedBy(duties: readonly Duty[], divisionCodes: readonly DivisionCode[], rule = firstReceiverRule): Reception {
  const compare: Readonly<Record<Preference, Compare>> = {
    NAMED_CATEGORY: (a, b) => Number(a.categoryCode === '*') - Number(b.categoryCode === '*'),
    LOWEST_DIVISION: (a, b) => divisionCodes.indexOf(a.divisionCode) - divisionCodes.indexOf(b.divisionCode),
    LONGEST_IN_DUTY: (a, b) => (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? -1 : 1),
  };
  const byRule: Compare = (a, b) => rule.map((preference) => compare[preference](a, b)).find((difference) => difference !== 0) ?? 0;
  const ordered = duties.toSorted(byRule);
  const [first] = ordered;
  const ties = ordered.some((duty) => duty.organisationUuid !== first!.organisationUuid && byRule(first!, duty) === 0);
  return { duties: ordered, firstReceiver: first === undefined || ties ? null : first.organisationUuid };
}
