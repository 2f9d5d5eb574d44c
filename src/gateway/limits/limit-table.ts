import { rightsOfRole } from '../../features/access/index.js';
import { type Principal } from '../../kernel/principal.js';

/** The class of limits that a principal has: FREE for analysts and departments' systems, TRUSTED for everybody else. */
export type LimitClass = 'FREE' | 'TRUSTED';

/** What a document may be like, whoever sends it, over HTTP and WebSocket alike. */
export const documentLimits = {
  /** Tokens of the whole document; the flagship query has about 150. */
  tokens: 2_000,
  /** Fields within each other, fragments counted where they are spread; five levels of divisions with a page on each are 11. Introspection has a bound of its own. */
  depth: 12,
  /** Fields under another name, in the whole text; `__typename` may be renamed at will. */
  aliases: 15,
  /** Directives in the whole text. */
  directives: 50,
  /** Fragments that the document declares. */
  fragments: 50,
  /** Objects and lists within each other in one value, written out or as a variable. */
  inputDepth: 32,
} as const;

/** What one principal may use. */
export interface PrincipalLimits {
  /** Most objects that one answer may hold, reckoned before anything runs. */
  readonly nodes: number;
  /** Points in each window of {@link rateWindowSeconds}; a request costs one, and one more for every full thousand of its nodes. */
  readonly points: number;
}

/** The limits of each class: a thousand ids with all their links come to about 60,000; what the house's own documents ask for fits the smaller one. */
export const limitsOfClass: Readonly<Record<LimitClass, PrincipalLimits>> = {
  FREE: { nodes: 100_000, points: 6_000 },
  TRUSTED: { nodes: 20_000, points: 1_000 },
};

/** How long points are counted together, seconds. */
export const rateWindowSeconds = 10;

/** Nodes that cost one point beside the one of the request. */
export const nodesAPoint = 1_000;

/** What a request may weigh and how long it may take, on the wire. */
export const wireLimits = {
  /** The largest body of a request, bytes. */
  bodyBytes: 2 * 1024 * 1024,
  /** All header lines of a request together, bytes; more is answered 431. */
  headerBytes: 16 * 1024,
  /** Header lines that are read; more are answered 431. */
  headers: 100,
  /** The longest that a request may take to arrive, milliseconds; slower ones are answered 408. */
  arrivalMs: 20_000,
  /** The same for its head alone. */
  headArrivalMs: 10_000,
  /**
   * Connections that may wait to be taken, as when everybody comes back at once after a broken network; the system may allow fewer. Of a
   * thousand that came to the 511 of Node some were reset, and others waited for seconds.
   */
  waitingConnections: 4_096,
} as const;

/** What a socket may do. */
export const socketLimits = {
  /** The largest message, bytes. */
  messageBytes: 256 * 1024,
  /** Pieces that one message may come in. */
  fragments: 256,
  /** Sockets of one principal in this process. */
  ofPrincipal: 20,
  /** Sockets of this process. */
  ofProcess: 10_000,
  /** Subscriptions on one socket. */
  subscriptions: 50,
  /** Messages and pings in one second; more end the socket. */
  messagesASecond: 200,
  /** Bytes that wait for a reader that takes none; more end the socket. */
  unreadBytes: 4 * 1024 * 1024,
  /** How long a socket without any subscription is kept, milliseconds. */
  idleMs: 10 * 60_000,
} as const;

/** What subscriptions over server-sent events may do; each is a connection of its own, which ends with it. */
export const eventStreamLimits = {
  /** Streams of one principal in this process: as many as one socket carries. */
  ofPrincipal: 50,
  /** Streams of this process. */
  ofProcess: 10_000,
  /** While more than this waits in a connection, bytes, nothing is written to it; what its reader leaves is bounded as every subscription's is. */
  unsentBytes: 64 * 1024,
  /** How long a stream's last words may take to be read, milliseconds. */
  lastWordsMs: 2_000,
} as const;

/** The class of a principal by its role. */
export function limitClassOf({ role }: Principal): LimitClass {
  return rightsOfRole[role].documents;
}
