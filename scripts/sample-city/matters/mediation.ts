import type { SeededRandom } from '../seeded-random.js';
import type { Matter } from './matter.js';

const classes: Readonly<Record<string, string>> = {
  '01': 'ORGANISATIONS',
  '02': 'POPULATION',
  '03': 'SPECIAL_GROUPS',
  '04': 'YOUNG_PEOPLE',
  '05': 'ENTERPRISES_AND_SOCIETIES',
  '06': 'PUBLIC_ORDER',
  '07': 'DISPUTES',
  '08': 'SCHOOL_SAFETY',
  '09': 'RAILWAYS_AND_LINES',
};

/** The class of a matter of the political-legal office and, of a dispute, how its mediation went: as far as its life has come. */
export function mediation({ category, steps, own }: Matter, random: SeededRandom): Readonly<Record<string, string>> {
  const affairClass = { affair_class: classes[category.code] ?? 'LOCAL' };
  if (category.code !== '07') return affairClass;
  const { state } = steps.at(-1)!;
  const outcome = state === 'CLOSED' ? (random.chance(0.82) ? 'AGREED' : 'NOT_AGREED') : (ends[state] ?? '');
  const isSigned = outcome === 'AGREED' && random.chance(0.7);
  return {
    ...affairClass,
    mediation_stage: stageOf(outcome, random) ?? own['mediation_stage']!,
    outcome,
    agreement_signed: String(isSigned),
    judicial_confirmation: String(isSigned && random.chance(0.12)),
  };
}

const ends: Readonly<Record<string, string>> = { OTHER_PROCEDURE: 'REFERRED', WITHDRAWN: 'WITHDRAWN' };

function stageOf(outcome: string, random: SeededRandom): string | null {
  if (outcome === 'AGREED') return random.pick(['AGREED', 'FOLLOW_UP']);
  return outcome === 'NOT_AGREED' ? 'FAILED' : null;
}
