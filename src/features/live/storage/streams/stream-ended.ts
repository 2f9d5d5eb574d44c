import type { EndReason } from '../../../../eventlog/event-log.js';
import { CityError } from '../../../../kernel/city-error.js';

/**
 * What a reader is told whose stream ends before it wanted: `LIMIT` when it fell too far behind (a transport closes 1013),
 * `UNAVAILABLE` when this process closes (1012). `details.resume` is the cursor from which nothing is lost and nothing comes twice.
 * In both the caller has to act, so neither is an error of ours in the log.
 */
export function streamEnded(reason: EndReason, resume: string): CityError {
  const hint = 'Subscribe again with after set to details.resume.';
  if (reason === 'lagged')
    return new CityError({
      code: 'LIMIT',
      message: 'Expected a reader that keeps up; this one took nothing while more than 1,000 changes went by.',
      messageZh: '读取过慢：积压已超过 1000 条变更，订阅就此结束。',
      hint,
      details: { resume },
    });
  return new CityError({
    code: 'UNAVAILABLE',
    message: 'This server stops; the stream goes on from the cursor at another or later.',
    messageZh: '本服务进程即将停止；可凭游标从其他进程或稍后续传。',
    hint,
    details: { resume },
  });
}
