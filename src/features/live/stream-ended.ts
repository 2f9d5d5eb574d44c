import { CityError } from '../../kernel/city-error.js';

const hint = 'Subscribe again with after set to details.resume; without after where it is missing: the state was not told to its end.';

/**
 * What a reader is told who takes too little while too much goes by: `LIMIT` (a transport closes 1013). `details.resume` is the cursor from
 * which nothing is lost and nothing comes twice; missing where its reader was not told the whole state that its stream opens with. The caller has to act, so it is no error of ours in the log.
 */
export function readerLagged(resume: string | null): CityError {
  return new CityError({
    code: 'LIMIT',
    message: 'Expected a reader that keeps up; this one took nothing while more than 1,000 changes or 4 MiB went by.',
    messageZh: '读取过慢：积压已超过 1000 条变更或 4 MiB，订阅就此结束。',
    hint,
    details: resume === null ? {} : { resume },
  });
}

/** What a reader is told whose stream ends because this process does: `UNAVAILABLE` (a transport closes 1012), with `details.resume` as in {@link readerLagged}, null where it was sent nothing yet. */
export function serverStops(resume: string | null): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    message: 'This server stops; the stream goes on from the cursor at another or later.',
    messageZh: '本服务进程即将停止；可凭游标从其他进程或稍后续传。',
    hint,
    details: resume === null ? {} : { resume },
  });
}
