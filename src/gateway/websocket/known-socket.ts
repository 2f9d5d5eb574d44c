import type { IncomingMessage } from 'node:http';

import type { WebSocket } from 'ws';

import type { CredentialWatch } from '../../features/access/index.js';
import { asCityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import type { Principal } from '../../kernel/principal.js';
import { noteRefusals } from '../audit/noted-refusals.js';
import type { ReadsAudit } from '../audit/write-reads.js';
import { callerOf, type ContextSources, requestIdOf } from '../context/make-context.js';
import { purposeOfSocket } from '../context/stated-purpose.js';
import type { SocketFlow } from './socket-flow.js';

/** A socket, and who has been found to be at its other end. */
export type KnownSocket = {
  readonly request: IncomingMessage;
  readonly socket: WebSocket;
  /** Known from the moment on in which the socket was admitted. */
  principal?: Principal;
  /** What all its streams are read for; null where nothing was said. */
  purpose?: string | null;
  /** How what follows on it is written. */
  flow?: SocketFlow;
  /** Ends the watching of its credential. */
  unwatch?: () => void;
};

const badRequest = 4400;
const forbidden = 4403;
const tryAgainLater = 1013;

const closeCodes: Readonly<Record<string, number>> = { UNAUTHENTICATED: forbidden, BAD_USER_INPUT: badRequest };

/** What a client says of itself when it connects. */
interface Connecting {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: KnownSocket;
}

/** What sockets are admitted by. */
export interface AdmissionNeeds {
  readonly sources: ContextSources;
  readonly audit: ReadsAudit;
  readonly log: Log;
}

/**
 * Lets a socket in whose caller is known, and closes it (4403) as soon as its credential expires or is revoked. A caller who is refused
 * is told why in the reason of the close.
 */
export async function admit({ connectionParams, extra }: Connecting, { sources, audit, log }: AdmissionNeeds): Promise<boolean> {
  const { request, socket } = extra;
  const { principals, watch } = sources;
  try {
    const { headers, address } = callerOf(request);
    const authorization = authorizationOf(connectionParams) ?? headers.authorization;
    extra.purpose = purposeOfSocket(connectionParams, headers);
    extra.principal = await principals.of({ ...headers, authorization }, { address });
  } catch (thrown) {
    noteRefusals([thrown], { requestId: requestIdOf(request.headers) }, audit);
    refuse(socket, thrown, log);
    return false;
  }
  if (socket.readyState !== socket.OPEN) return false;
  extra.unwatch = watch.whenEnded(extra.principal, () => close(socket));
  return true;
}

/** The credential of a `connection_init`, however its name is spelt; undefined for none. What is no text, or comes twice, is a bad one and must not pass for none. */
function authorizationOf(connectionParams: Connecting['connectionParams']): string | undefined {
  const given = Object.entries(connectionParams ?? {}).flatMap(([name, value]) =>
    name.toLowerCase() === 'authorization' && value != null ? [value] : [],
  );
  const [first] = given;
  if (first === undefined) return undefined;
  return given.length === 1 && typeof first === 'string' ? first : '';
}

/** Whether a socket's credential counts no longer, in which case it is closed: asked before each delivery, so that none is sent after the instant. */
export function isEnded({ principal, socket }: KnownSocket, watch: CredentialWatch): boolean {
  if (principal && watch.isGood(principal)) return false;
  close(socket);
  return true;
}

function close(socket: WebSocket): void {
  socket.close(forbidden, 'UNAUTHENTICATED: the credential has expired or was revoked');
}

function refuse(socket: WebSocket, thrown: unknown, log: Log): void {
  const { code, message, fault, cause } = asCityError(thrown);
  if (fault === 'ours' && code !== 'UNAVAILABLE') log.error({ cause: cause ?? thrown }, 'a socket could not be admitted');
  // A reason holds 123 bytes.
  socket.close(closeCodes[code] ?? tryAgainLater, `${code}: ${message}`.slice(0, 120));
}
