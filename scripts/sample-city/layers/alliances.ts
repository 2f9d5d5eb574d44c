import type { OrganisationBook } from '../bodies/organisation-book.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** The branch with the body that leads its alliance, the same for all branches of the alliance in a county. */
export function inAlliance(branch: LayerUnit, book: OrganisationBook): LayerUnit {
  const name = branch.own['alliance'] ?? '';
  if (name === '') return branch;
  const county = branch.division.slice(0, 6);
  const random = seededRandom(`alliance/${county}/${name}`);
  const lead = random.pick(book.all.filter(({ role, division }) => role === 'party' && division.startsWith(county)));
  return { ...branch, own: { ...branch.own, alliance_lead: lead.code, alliance_members: String(random.whole(4, 18)) } };
}
