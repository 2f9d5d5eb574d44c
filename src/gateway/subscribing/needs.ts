import type { SharedRuns } from '../../features/live/index.js';
import type { AnswerNeeds } from '../sharing/make-answers.js';
import type { SubscriptionAdmission } from './admit-subscription.js';

/** What each transport of subscriptions needs. */
export interface SubscriptionNeeds extends SubscriptionAdmission, AnswerNeeds {
  /** The streams that subscriptions follow. */
  readonly runs: SharedRuns;
}
