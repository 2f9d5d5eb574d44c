/** A subscription as a one-network screen writes it. */
export const screenSubscription = `subscription Live($where: MatterEventFilter, $after: Cursor) {
  matterEvents(where: $where, after: $after) {
    __typename
    ... on MatterEvent {
      cursor eventId position kind occurredAt recordedAt
      matter { id localId title state light point reportedAt dueAt version grid { code name } keeper { name } category { code nameZh } }
    }
    ... on Heartbeat { cursor serverTime }
    ... on StreamGap { from to reason resync }
  }
}`;

/** Sockets that all ask the same; each may carry several subscriptions. */
export interface ReaderGroup {
  readonly sockets: number;
  /** Bearer token; null asks without one. */
  readonly token: string | null;
  /** What each asks for; of a bare peer the township that it is told of, null for all. */
  readonly where: Readonly<Record<string, unknown>> | null;
}

/** What the process of the readers is told to do. */
export interface ReadersJob {
  readonly url: string;
  /** `bare`: whatever comes over the socket is an event, nothing is asked. */
  readonly protocol: 'graphql-ws' | 'bare';
  readonly groups: readonly ReaderGroup[];
}

/** What the readers have received since they were last asked to forget. */
export interface Received {
  readonly deliveries: number;
  /** Milliseconds from the change to its arrival, in order of size, at most 200,000 of them. */
  readonly latencies: readonly number[];
  /** Bytes of the last delivery. */
  readonly bytes: number;
  readonly sockets: number;
}
