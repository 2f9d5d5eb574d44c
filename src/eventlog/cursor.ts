import { createHash } from 'node:crypto';

import { CityError } from '../kernel/city-error.js';
import { openToken, signToken, type TokenSecret } from '../kernel/signed-token.js';
import type { StreamHead, StreamPoint } from './event-log.js';

const purpose = 'event-cursor/1';
const bindingBytes = 8;
const layout = { epoch: 0, position: 16, binding: 24, end: 24 + bindingBytes } as const;

/** What a cursor is good for: one filter under one set of rights; see {@link cursorBinding}. */
export type CursorBinding = string;

/**
 * Binds cursors to a filter and to rights, not to a person: who asks the same under the same rights may share them.
 * Both are plain JSON; the order of members does not matter, the order of list items does.
 */
export function cursorBinding(filter: unknown, rights: unknown): CursorBinding {
  return createHash('sha256')
    .update(inOneSpelling([filter, rights]))
    .digest()
    .subarray(0, bindingBytes)
    .toString('hex');
}

/** Writes and reads the opaque, signed cursors of the event stream. They hold no secret and do not age by themselves. */
export class CursorCodec {
  readonly #secret: TokenSecret;

  /** `secret`: at least 16 bytes, the same in every process of the city, kept over restarts. */
  constructor(secret: TokenSecret) {
    this.#secret = secret;
  }

  /** The cursor after everything up to `point`; 64 characters of base64url. */
  encode(point: StreamPoint, binding: CursorBinding): string {
    const bytes = Buffer.alloc(layout.end);
    bytes.write(point.epoch.replaceAll('-', ''), layout.epoch, 'hex');
    bytes.writeBigUInt64BE(BigInt(point.position), layout.position);
    bytes.write(binding, layout.binding, 'hex');
    return signToken(this.#secret, purpose, bytes);
  }

  /**
   * The point that a cursor names; whether the log can still go on from it is for {@link judgeResume} to say.
   * Throws `CURSOR_INVALID` for a text that this city did not sign, and for a cursor of another filter or other rights.
   */
  decode(cursor: string, binding: CursorBinding): StreamPoint {
    const opened = openToken(this.#secret, purpose, cursor);
    if (opened?.length !== layout.end) throw forged();
    const bytes = Buffer.from(opened);
    if (bytes.toString('hex', layout.binding, layout.end) !== binding) throw foreign();
    return { epoch: uuidFrom(bytes.toString('hex', 0, layout.position)), position: Number(bytes.readBigUInt64BE(layout.position)) };
  }
}

/**
 * What the log can do for a consumer at some point: go on without loss, or not, because the point is of another life
 * of the log, lies before what is kept, or after its end. For all but `resume` the consumer must be told of a gap.
 */
export type ResumeVerdict = 'resume' | 'other-epoch' | 'expired' | 'ahead';

/** Judges whether a subscription from `point` would be complete, given the present end of the log. */
export function judgeResume(point: StreamPoint, head: StreamHead): ResumeVerdict {
  if (point.epoch !== head.epoch) return 'other-epoch';
  if (point.position > head.position) return 'ahead';
  return point.position + 1 < head.oldest ? 'expired' : 'resume';
}

function inOneSpelling(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlain(member) ? sorted(member) : member)) ?? 'null';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function uuidFrom(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function forged(): CityError {
  return new CityError({
    code: 'CURSOR_INVALID',
    message: 'after: expected a cursor that this service gave out, got a text that it did not sign.',
    messageZh: 'after：应为本服务给出的游标，收到的文本没有本服务的签名。',
    hint: 'Send back a cursor exactly as it was received, or leave `after` out to begin from now.',
  });
}

function foreign(): CityError {
  return new CityError({
    code: 'CURSOR_INVALID',
    message: 'after: expected a cursor of this filter under the present rights, got one of another filter or other rights.',
    messageZh: 'after：应为同一筛选条件、同一权限下的游标，收到的属于另一筛选条件或权限。',
    hint: 'Use the filter that the cursor was given for, or leave `after` out and load the present state anew.',
  });
}
