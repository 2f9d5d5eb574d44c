import type { Sql } from '../../kernel/sql.js';
import type { CategoryKey } from '../categories/index.js';
import type { Duty, DutyReadModel } from '../elements/index.js';
import { type Admission, admissionBy } from './admission.js';
import { coveringCategories } from './covering-categories.js';
import { type DispatchProposal, proposalBy } from './dispatch-proposal.js';
import type { GoverningLists, SourcesOn } from './ports.js';

type Asked = Parameters<GoverningLists['dispatchProposal']>[1];

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

  async dispatchProposal(sql: Sql, asked: Asked): Promise<DispatchProposal> {
    const { lists, categories, duties, countyOf } = this.#sourcesOn(sql);
    const { category, divisionCodes, at } = asked;
    const keys = await coveringCategories(category, at, categories);
    const found = await lists.inForce(keys, { at, knownAt: null });
    return proposalBy({
      at,
      divisionCodes,
      duties: await dutiesFor(keys, asked, duties),
      county: await countyOf(divisionCodes, at),
      whistle: found.find(({ kind }) => kind === 'WHISTLE'),
      dutyList: found.find(({ kind }) => kind === 'DUTY'),
    });
  }
}

/** The duties for the nearest of the categories that any duty names; where none does, those for every category of the nearest standard. */
async function dutiesFor(keys: readonly CategoryKey[], { divisionCodes, at }: Asked, duties: DutyReadModel): Promise<readonly Duty[]> {
  let general: readonly Duty[] = [];
  for (const key of keys) {
    const found = await duties.responsibleFor({ ...key, divisionCodes, at, knownAt: null });
    if (found.some(({ categoryCode }) => categoryCode !== '*')) return found;
    if (general.length === 0) general = found;
  }
  return general;
}
