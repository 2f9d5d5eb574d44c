import type { Sql } from '../../kernel/sql.js';
import type { CategoryKey } from '../categories/index.js';
import type { Duty, DutyReadModel } from '../elements/index.js';
import { type Admission, admissionBy } from './admission.js';
import { coveringCategories } from './covering-categories.js';
import { type DispatchProposal, proposalBy } from './dispatch-proposal.js';
import type { ListInForce } from './list.js';
import type { AskedOfLists, GoverningLists, Ruling, SourcesOn } from './ports.js';

/** Answers from the lists and duties of the city index. */
export class ListedGovernance implements GoverningLists {
  readonly #sourcesOn: SourcesOn;

  constructor(sourcesOn: SourcesOn) {
    this.#sourcesOn = sourcesOn;
  }

  async admissionOf(sql: Sql, { category, at }: Parameters<GoverningLists['admissionOf']>[1]): Promise<Admission> {
    const { lists, categories } = this.#sourcesOn(sql);
    const keys = await coveringCategories(category, at, categories);
    const found = await lists.inForce(keys, { at, knownAt: null });
    return admissionBy(found.find(({ kind }) => kind === 'ADMISSION'));
  }

  async dispatchProposal(sql: Sql, asked: AskedOfLists): Promise<DispatchProposal> {
    return (await this.rulingOn(sql, asked)).proposal;
  }

  async rulingOn(sql: Sql, asked: AskedOfLists): Promise<Ruling> {
    const { lists, categories, duties, countyOf } = this.#sourcesOn(sql);
    const { category, divisionCodes, at } = asked;
    const keys = await coveringCategories(category, at, categories);
    const [inForce, named, county] = await Promise.all([
      lists.inForce(keys, { at, knownAt: null }),
      dutiesFor(keys, asked, duties),
      countyOf(divisionCodes, at),
    ]);
    const list = (kind: ListInForce['kind']): ListInForce | undefined => inForce.find((one) => one.kind === kind);
    const proposal = proposalBy({ at, divisionCodes, duties: named, county, whistle: list('WHISTLE'), dutyList: list('DUTY') });
    return { admission: admissionBy(list('ADMISSION')), proposal };
  }
}

/** The duties for the nearest of the categories that any duty names; where none does, those for every category of the nearest standard. */
async function dutiesFor(
  keys: readonly CategoryKey[],
  { divisionCodes, at }: AskedOfLists,
  duties: DutyReadModel,
): Promise<readonly Duty[]> {
  let general: readonly Duty[] = [];
  for (const key of keys) {
    const found = await duties.responsibleFor({ ...key, divisionCodes, at, knownAt: null });
    if (found.some(({ categoryCode }) => categoryCode !== '*')) return found;
    if (general.length === 0) general = found;
  }
  return general;
}
