import { CityError } from '../../kernel/city-error.js';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Nothing that is handed out lives longer than this, in seconds: ten years. */
const longest = 10 * 365 * 86_400;

/** Seconds of a life span such as `30d`, `12h`, `15m` or `90s`; throws `BAD_USER_INPUT` for anything else, and for more than ten years. */
export function lifeSpan(text: string): number {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const span = Number(count) * (seconds[unit ?? ''] ?? Number.NaN);
  if (span > 0 && span <= longest) return span;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `--ttl: expected a life span such as 30d, 12h, 15m or 90s, at most 3650d, got ${JSON.stringify(text)}.`,
    messageZh: `--ttl：应为 30d、12h、15m 或 90s 之类，至多 3650d，收到 ${JSON.stringify(text)}。`,
  });
}
