import type { Clock } from '../kernel/clock.js';
import type { Principal } from '../kernel/principal.js';

/** The language that messages are written in, by `Accept-Language`; Chinese when nothing else is asked for. */
export type Language = 'zh' | 'en';

/**
 * What one request (or one delivery of a subscription) knows: who asks, when, under which id, and the city model it is pinned to.
 * Nothing else belongs here; services come by constructor, loaders by {@link perRequest}.
 */
export interface RequestContext<Model = unknown> {
  readonly principal: Principal;
  readonly clock: Clock;
  /** Printed in errors and logs, so that a caller's complaint can be found. */
  readonly requestId: string;
  readonly language: Language;
  /** The city model of this request, the same from begin to end. */
  readonly model: Model;
}
