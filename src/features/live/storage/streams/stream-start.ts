import { judgeResume, type ResumeVerdict } from '../../../../eventlog/cursor.js';
import type { StreamHead, StreamPoint } from '../../../../eventlog/event-log.js';
import type { GapReason } from '../../delivery.js';

/** Where a stream begins; `gap` where that is not where its reader was. */
export interface StreamStart {
  readonly point: StreamPoint;
  readonly gap: { readonly from: string; readonly reason: GapReason } | null;
}

const reasonOf: Readonly<Record<Exclude<ResumeVerdict, 'resume'>, GapReason>> = {
  'other-epoch': 'EPOCH_CHANGED',
  expired: 'EXPIRED',
  ahead: 'AHEAD',
};

/** Where a reader at `point`, whose cursor is `from`, goes on: there if the log can, else from now with a gap. */
export function startAfter(point: StreamPoint, from: string, head: StreamHead): StreamStart {
  const verdict = judgeResume(point, head);
  return verdict === 'resume' ? { point, gap: null } : { point: endOf(head), gap: { from, reason: reasonOf[verdict] } };
}

/** Where a reader begins who wants what comes from now on. */
export function startNow(head: StreamHead): StreamStart {
  return { point: endOf(head), gap: null };
}

function endOf({ epoch, position }: StreamHead): StreamPoint {
  return { epoch, position };
}
