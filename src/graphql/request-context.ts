import type { Clock } from '../kernel/clock.js';
import type { Principal } from '../kernel/principal.js';
import type { Scope } from '../kernel/scope.js';

/** The language that messages are written in, by `Accept-Language`; Chinese when nothing else is asked for. */
export type Language = 'zh' | 'en';

/**
 * What one request (or one delivery of a subscription) knows: who asks, for what, when, under which id, and the city model and the scope that
 * it is pinned to.
 * Nothing else belongs here; services come by constructor, loaders by {@link perRequest}.
 */
export interface RequestContext<Model = unknown> {
  readonly principal: Principal;
  /** What it may see, worked out anew for each request and each delivery. */
  readonly scope: Scope;
  /** The same worked out at the moment of the call, for what outlives one answer: a stream asks it before each delivery. */
  readonly scopeNow: () => Scope;
  /** What the caller says that it asks for (`x-purpose`); null where nothing was said. */
  readonly purpose: string | null;
  readonly clock: Clock;
  /** Printed in errors and logs, so that a caller's complaint can be found. */
  readonly requestId: string;
  readonly language: Language;
  /** The city model of this request, the same from begin to end. */
  readonly model: Model;
}
