import type { SourceId } from '../../kernel/ids.js';
import type { Declaration } from '../access/index.js';
import type { CategoryKey } from '../categories/index.js';
import type { DeliberationSession } from './deliberation.js';

/** What somebody proposes for a grid. */
export interface Proposal {
  readonly idempotencyKey: string;
  /** Code of the all-elements grid that it is about. */
  readonly grid: SourceId;
  readonly category: CategoryKey;
  readonly title: string;
  readonly text: string;
}

/** A step with a deliberation that exists. */
export interface DeliberationAction {
  readonly idempotencyKey: string;
  /** Uuid of the deliberation. */
  readonly deliberation: string;
  readonly expectedVersion: number;
}

/** A session of residents that was held. */
export interface SessionAction extends DeliberationAction, DeliberationSession {}

/** A step that is explained: why it is taken, or what came of it. */
export interface ExplainedAction extends DeliberationAction {
  readonly words: string;
}

/** A matter that a decision opens in the grid of its proposal; without a category it has that of the proposal. */
export interface MatterToOpen {
  readonly title: string;
  readonly category: CategoryKey | null;
}

/** What the committee of the community decides. */
export interface DecisionAction extends ExplainedAction, Declaration {
  readonly outcome: 'ADOPTED' | 'NOT_ADOPTED';
  /** Empty where the proposal is not adopted. */
  readonly matters: readonly MatterToOpen[];
}
