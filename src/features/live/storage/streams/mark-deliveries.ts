import type { GapReason } from '../../delivery.js';
import type { LogPoint, Placed } from '../../live-source.js';

/** A heartbeat at a point. */
export function beatAt(
  point: LogPoint,
  { cursor, serverTime, kind }: { readonly cursor: string; readonly serverTime: Date; readonly kind: 'BEAT' | 'REACHED' },
): Placed<never> {
  return { delivery: { typeName: 'Heartbeat', cursor, serverTime }, at: point, cursor, kind };
}

/** A gap up to a point, whose cursor is given; its reader must load the present state anew. */
export function gapTo(
  point: LogPoint,
  cursor: string,
  { from, reason }: { readonly from: string; readonly reason: GapReason },
): Placed<never> {
  return { delivery: { typeName: 'StreamGap', from, to: cursor, reason, resync: true }, at: point, cursor, kind: 'GAP' };
}
