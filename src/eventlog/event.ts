/** What an event is about; each topic belongs to one feature, which alone appends to it, but for `withdrawn`: what is left of an event that was taken back. */
export const eventTopics = [
  'matter',
  'grid',
  'link',
  'division',
  'department',
  'element',
  'category',
  'organisation',
  'catalogue',
  'access',
  'calendar',
  'deliberation',
  'withdrawn',
] as const;

/** One of {@link eventTopics}. */
export type EventTopic = (typeof eventTopics)[number];

/** An event as its writer hands it over, in the transaction of the change that it tells of. */
export interface NewEvent {
  /** UUID by which consumers know a repeated event; made here when left out. */
  readonly eventId?: string;
  readonly topic: EventTopic;
  /** What happened, in the topic's own words, e.g. `accepted`. */
  readonly kind: string;
  /** UUID of what changed. */
  readonly subject: string;
  /** The subject's version after the change. */
  readonly version: number;
  /** Enum value of the office concerned; `null` when none is. */
  readonly department: string | null;
  /** Code of the division concerned; `null` when none is. */
  readonly divisionCode: string | null;
  /** Reserved for narrower audiences; `null` or left out: seen by whoever may see the subject. */
  readonly visibleTo?: string | null;
  /** What a consumer needs beyond the subject itself, as JSON. Never holds sealed text: events are copied, cached and shown. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** When it happened in the world, UTC. */
  readonly occurredAt: Date;
}

/** An event in the log. */
export interface LogEvent extends Required<NewEvent> {
  /** Place in the log: 1 for the first, then without holes; the only order that the log promises. */
  readonly position: number;
  /** UUID of the life of the log in which the position was given. */
  readonly epoch: string;
  /** When the writer handed it over, UTC; neighbours in the log may be out of step by the length of a transaction. */
  readonly recordedAt: Date;
}
