import type { SharingNeeds } from '../sharing/share-subscription.js';
import type { SubscriptionAdmission } from './admit-subscription.js';

/** What each transport of subscriptions needs. */
export interface SubscriptionNeeds extends SubscriptionAdmission, SharingNeeds {}
