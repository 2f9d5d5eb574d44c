import { CityError } from '../../../kernel/city-error.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Admission, type GoverningLists } from '../../catalogue/index.js';
import { categoryOf } from '../matter-category.js';
import type { Situation } from '../steps/step.js';

/** What judging by the admission list needs. */
export interface AdmissionParts {
  readonly lists: Pick<GoverningLists, 'admissionOf'>;
  /** The levels of organisations, in order of their uuids. */
  readonly levelsOf: (sql: Sql, organisationUuids: readonly string[]) => Promise<readonly string[]>;
}

/** How the admission list was read for a step, as its history keeps it. */
export interface KeptAdmission {
  readonly admission: Admission['standing'];
  readonly admissionEdition?: number;
}

/** What the admission list says today of a matter's category; null of a matter without one, which no list speaks of. */
export async function admissionOf({ sql, matter, today }: Situation, { lists }: Pick<AdmissionParts, 'lists'>): Promise<Admission | null> {
  const category = categoryOf(matter);
  return category === null ? null : lists.admissionOf(sql, { category, at: today });
}

/** What is judged by the admission list: which organisations a step names, and what the list says. */
export interface ToAdmit extends Pick<AdmissionParts, 'levelsOf'> {
  readonly uuids: readonly string[];
  /** Null of a matter without a category. */
  readonly admission: Admission | null;
}

/**
 * Passes unless a matter whose category is not on the admission list in force would be handed to a community: what is off the list may not be
 * asked of it (北京市街道办事处条例 Art. 17). Answers what is kept of the judgement; throws `BAD_USER_INPUT` naming the list and its edition.
 */
export async function admitted(situation: Situation, { uuids, admission, levelsOf }: ToAdmit): Promise<KeptAdmission | object> {
  if (admission === null) return {};
  if (admission.standing === 'NOT_LISTED') {
    const levels = await levelsOf(situation.sql, uuids);
    const place = levels.indexOf('COMMUNITY');
    if (place >= 0) throw offTheList(situation, place, admission);
  }
  return keptOf(admission);
}

/** What the history keeps of an admission. */
export function keptOf({ standing, edition }: Admission): KeptAdmission {
  return { admission: standing, ...(edition === null ? {} : { admissionEdition: edition }) };
}

function offTheList({ carried, matter, transition }: Situation, place: number, { edition }: Admission): CityError {
  const code = carried.organisations[place] ?? carried.team[place]?.organisation;
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${transition.step}: category ${matter.categoryCode} of ${matter.standard} is not on the admission list of grid matters, edition ${edition}; expected no organisation of community level, got ${code}.`,
    messageZh: `${transition.step}：类别 ${matter.categoryCode}（${matter.standard}）不在网格事项准入清单第 ${edition} 版内，不得派给社区、网格，收到 ${code}。`,
    hint: 'Dispatch it to a department, or have it admitted by an edition of the list.',
    details: { list: 'ADMISSION', edition, organisation: code },
  });
}
