import type { FlagshipGrid } from '../city/flagship-query.js';
import type { Peer } from './start-peer.js';

/** One of the servers that are measured side by side. */
export interface Contender {
  readonly name: string;
  readonly start: () => Promise<Peer>;
  /** What is posted to it. */
  readonly body: string;
  /** Headers that go with every question; none when left out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads its answer as the platform would have given it, so that answers can be compared. */
  readonly gridsOf: (answer: unknown) => readonly FlagshipGrid[];
}
