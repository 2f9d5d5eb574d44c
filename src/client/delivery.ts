/** A delivery of a subscription that is neither a mark of the stream nor the state it begins with. */
export interface LiveEvent {
  readonly __typename: string;
  /** Whoever resumes from it gets everything after this event. */
  readonly cursor: string;
  /** The same however often the event comes; what has none is never taken for a repeat. */
  readonly eventId?: string;
}

/** Changes may be missing between two cursors, and here it is said. */
export interface StreamGap {
  /** Everything up to here had been delivered; null where nothing had. */
  readonly from: string | null;
  /** The stream goes on after it; null where that is told by the next delivery. */
  readonly to: string | null;
  /** As the server says it, or `CURSOR_INVALID` where the rights or the conditions of the cursor are no longer those of the reader. */
  readonly reason: string;
  /** Whether the present state must be loaded anew. */
  readonly resync: boolean;
}

/** Everything wanted up to its cursor has been delivered. */
export interface Heartbeat {
  readonly cursor: string;
  readonly serverTime: string;
}

/** A part of the state that a subscription begins with. */
export type Snapshot = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** One delivery, told apart; `cursor` is null where nobody can go on behind it. */
export type Told<Event> = { readonly cursor: string | null } & (
  | { readonly kind: 'EVENT'; readonly event: Event }
  | { readonly kind: 'SNAPSHOT'; readonly snapshot: Snapshot }
  | { readonly kind: 'GAP'; readonly gap: StreamGap }
  | { readonly kind: 'HEARTBEAT'; readonly heartbeat: Heartbeat }
);

/** Tells the deliveries of an answer apart; null where it holds none that says what it is, so that it could neither be told nor resumed after. */
export function toldBy<Event>(data: Readonly<Record<string, unknown>>): Told<Event> | null {
  const [delivery] = Object.values(data);
  if (!isNamed(delivery)) return null;
  // Behind a gap the state may follow: whoever is cut off before it has all come must be told of the gap again.
  if (delivery.__typename === 'StreamGap') return { kind: 'GAP', gap: gapOf(delivery), cursor: null };
  if (delivery.__typename.endsWith('Snapshot')) return { kind: 'SNAPSHOT', snapshot: delivery, cursor: null };
  const cursor = textOf(delivery['cursor']);
  if (cursor === null) return null;
  if (delivery.__typename === 'Heartbeat') return { kind: 'HEARTBEAT', heartbeat: delivery as unknown as Heartbeat, cursor };
  return { kind: 'EVENT', event: delivery as Event, cursor };
}

function isNamed(delivery: unknown): delivery is Snapshot {
  return typeof delivery === 'object' && delivery !== null && typeof (delivery as Partial<Snapshot>).__typename === 'string';
}

function gapOf({ from, to, reason, resync }: Readonly<Record<string, unknown>>): StreamGap {
  // Whoever did not ask whether to load anew had better do so.
  return { from: textOf(from), to: textOf(to), reason: textOf(reason) ?? 'UNKNOWN', resync: resync !== false };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
