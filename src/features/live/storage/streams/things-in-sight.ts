import type { LogEvent } from '../../../../eventlog/event.js';
import type { Clock } from '../../../../kernel/clock.js';
import type { Scope } from '../../../../kernel/scope.js';

/** How long a look-up serves others, milliseconds. */
const sharedMs = 500;

/** What was looked up of one event's subject at an instant, with others; what the scope does not show is not in it. */
interface Sight<Seen> {
  readonly at: number;
  readonly seen: Promise<ReadonlyMap<string, Seen>>;
}

/** Looks subjects up by uuid, as they are now and as the scope shows them; what is not there is left out. */
export type LookUp<Seen, Under> = (scope: Under, uuids: readonly string[]) => Promise<ReadonlyMap<string, Seen>>;

/**
 * Looks subjects of events up for all streams of this process: what one stream has asked for an event under a scope, the others under an
 * equal scope get with it, for half a second. Told apart by event and not by subject: what was read for an earlier event may be older than
 * the later one.
 */
export class ThingsInSight<Seen, Under extends { readonly key: string } = Scope> {
  readonly #lookUp: LookUp<Seen, Under>;
  readonly #clock: Clock;
  readonly #shared = new Map<string, Map<number, Sight<Seen>>>();

  constructor(lookUp: LookUp<Seen, Under>, clock: Clock) {
    this.#lookUp = lookUp;
    this.#clock = clock;
  }

  /** What some events are about, by uuid, as it is after them; what the scope does not show is left out. */
  of(events: readonly LogEvent[], scope: Under): Promise<ReadonlyMap<string, Seen>> {
    const now = this.#clock.now().getTime();
    const underScope = freshOf(this.#shared, scope.key, now);
    const unseen = events.filter(({ position }) => !underScope.has(position));
    if (unseen.length > 0) {
      const sight = { at: now, seen: this.#lookUp(scope, [...new Set(unseen.map(({ subject }) => subject))]) };
      for (const { position } of unseen) underScope.set(position, sight);
      // What failed is asked for anew by whoever comes next.
      sight.seen.catch(() => unseen.forEach(({ position }) => underScope.delete(position)));
    }
    return lastSeen(events, (position) => underScope.get(position)!.seen);
  }
}

/** What is shared under a scope, without what is too old to be; scopes under which nothing is left are forgotten. */
function freshOf<Seen>(shared: Map<string, Map<number, Sight<Seen>>>, scopeKey: string, now: number): Map<number, Sight<Seen>> {
  const isOld = ({ at }: Sight<Seen>): boolean => Math.abs(now - at) > sharedMs;
  for (const [key, sights] of shared) {
    for (const [position, sight] of sights) {
      if (!isOld(sight)) break;
      sights.delete(position);
    }
    if (sights.size === 0) shared.delete(key);
  }
  const known = shared.get(scopeKey) ?? new Map<number, Sight<Seen>>();
  shared.set(scopeKey, known);
  return known;
}

// Of a subject that several events are about, what was looked up for the last of them counts, also where that is nothing.
async function lastSeen<Seen>(
  events: readonly LogEvent[],
  seenAt: (position: number) => Promise<ReadonlyMap<string, Seen>>,
): Promise<ReadonlyMap<string, Seen>> {
  const sights = new Map(events.map(({ subject, position }) => [subject, seenAt(position)]));
  const [first, ...others] = [...new Set(sights.values())];
  if (first !== undefined && others.length === 0) return first;
  const seen = new Map<string, Seen>();
  for (const [subject, sight] of sights) {
    const found = (await sight).get(subject);
    if (found !== undefined) seen.set(subject, found);
  }
  return seen;
}
