import type { Clock } from '../../../kernel/clock.js';
import { dateIn } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import { actsOf } from '../../access/index.js';
import type { DispatchProposal, GoverningLists } from '../../catalogue/index.js';
import type { Matter } from '../../matters/index.js';
import { proposalFor } from '../dispatching/proposal.js';
import type { StepActing } from '../steps/step.js';

/** What proposals are made by. */
export interface ProposalParts {
  readonly sql: Sql;
  readonly lists: Pick<GoverningLists, 'dispatchProposal'>;
  readonly clock: Clock;
}

/** Tells dispatchers who is proposed to handle a matter today. */
export class Proposals {
  readonly #parts: ProposalParts;

  constructor(parts: ProposalParts) {
    this.#parts = parts;
  }

  /** Null for whoever dispatches nothing, and for a matter without category or place. */
  of(matter: Matter, { principal, model }: Pick<StepActing, 'principal' | 'model'>): Promise<DispatchProposal | null> {
    if (!actsOf(principal).includes('DISPATCH')) return Promise.resolve(null);
    const { sql, lists, clock } = this.#parts;
    return proposalFor({ sql, matter, acting: { model }, today: dateIn(model.city.timeZone, clock.now()) }, lists);
  }
}
