import { CityError } from '../../../kernel/city-error.js';
import type { Admission, AskedOfLists, DispatchProposal, GoverningLists } from '../../catalogue/index.js';
import type { Matter } from '../../matters/index.js';
import { categoryOf } from '../matter-category.js';
import type { Situation } from '../steps/step.js';
import { actsAboveTownship } from '../steps/who-acts.js';

/** Of what a proposal is made: a matter, on a day, in the city as it is then. */
export interface ProposedFor extends Pick<Situation, 'sql' | 'today'> {
  readonly matter: Matter;
  readonly acting: Pick<Situation['acting'], 'model'>;
}

/** What is known of a matter before it is handed on. */
export interface RulingFor {
  readonly admission: Admission | null;
  readonly proposal: DispatchProposal | null;
}

/** What the duties and lists in force say of a matter today; null of a matter without category or place. */
export async function proposalFor(
  proposed: ProposedFor,
  lists: Pick<GoverningLists, 'dispatchProposal'>,
): Promise<DispatchProposal | null> {
  const asked = askedOf(proposed);
  return asked === null || proposed.matter.divisionCode === null ? null : lists.dispatchProposal(proposed.sql, asked);
}

/** All that duties and lists in force say of a matter today: no admission of one without category, no proposal of one without category or place. */
export async function rulingFor(proposed: ProposedFor, lists: Pick<GoverningLists, 'rulingOn'>): Promise<RulingFor> {
  const asked = askedOf(proposed);
  if (asked === null) return { admission: null, proposal: null };
  const { admission, proposal } = await lists.rulingOn(proposed.sql, asked);
  return { admission, proposal: proposed.matter.divisionCode === null ? null : proposal };
}

function askedOf({ matter, acting: { model }, today }: ProposedFor): AskedOfLists | null {
  const category = categoryOf(matter);
  if (category === null) return null;
  const path = matter.divisionCode === null ? [] : model.divisions.pathOf(matter.divisionCode);
  return { category, divisionCodes: path.map(({ code }) => code), at: today };
}

/**
 * Passes where it is clear who leads, where no duty says anything, or where the caller acts for the county level; throws `FORBIDDEN` naming
 * the county otherwise: what is unclear is reported upwards, not pushed to whoever is nearest (北京市街道办事处条例 Art. 26).
 */
export function checkClear({ acting, matter }: Situation, proposal: DispatchProposal | null): void {
  if (proposal?.unclearBecause !== 'SEVERAL_ALIKE' || actsAboveTownship(acting, matter.divisionCode)) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `The duties in force name ${proposal.organisations.length} organisations alike: the county level (${proposal.escalateTo}) decides who handles it.`,
    messageZh: `现行职责并列 ${proposal.organisations.length} 个组织，权责不清，须由县（市、区）级（${proposal.escalateTo}）确定承办单位。`,
    hint: 'Escalate it to the county level, or whistle for all of them.',
    details: { escalateTo: proposal.escalateTo },
  });
}
