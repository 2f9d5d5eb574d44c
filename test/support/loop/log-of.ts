import type { LoopCity } from './loop-city.js';

/** The uuid in the id of a matter. */
export const uuidIn = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1]!;

/** An event as a city wrote it. */
export interface WrittenEvent {
  readonly kind: string;
  readonly version: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a city has written of a matter into its event log, first to last; the sequencer need not run. */
export function logOf({ city }: LoopCity, id: string): Promise<readonly WrittenEvent[]> {
  return city.platform.databases.index.sql.query<WrittenEvent>(
    `select kind, version, payload from event_inbox where subject = $1 order by id`,
    [uuidIn(id)],
  );
}
