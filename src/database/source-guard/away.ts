import { CityError } from '../../kernel/city-error.js';

/** Thrown at once when a source took too long; what runs meanwhile is being cancelled. */
export class TooSlow extends CityError {
  constructor(withinMs: number) {
    super({
      code: 'TIMEOUT',
      fault: 'department',
      message: `Expected the office’s own database to answer within ${withinMs} ms; the statement was cancelled.`,
      messageZh: `部门前置库未在 ${withinMs} 毫秒内应答，语句已取消。`,
      hint: 'Try again later. 请稍后再试。',
      details: { limitMs: withinMs },
    });
  }
}

/** Says that a source is away, and since when. */
export class SourceAway extends CityError {
  constructor(since: Date, cause?: unknown) {
    const instant = since.toISOString();
    super({
      code: 'UNAVAILABLE',
      fault: 'department',
      message: `Expected an answer from the office’s own database, which has not answered since ${instant}.`,
      messageZh: `部门前置库自 ${instant} 起无响应。`,
      hint: 'Try again later. 请稍后再试。',
      details: { since: instant },
      cause,
    });
  }
}

/** Whether the connection was lost or could not be made, so that a read may be sent once more; a slow source is not asked twice. */
export function isLost(thrown: unknown): boolean {
  return thrown instanceof CityError && thrown.code === 'UNAVAILABLE';
}

/** Whether it speaks against the source: lost, or too slow. */
export function isFailure(thrown: unknown): boolean {
  return thrown instanceof TooSlow || isLost(thrown);
}

/** Since when a source is away, where the failure tells so itself, as that of a database that was never opened does; null elsewhere. */
export function sinceOf(thrown: unknown): Date | null {
  const since = thrown instanceof CityError ? thrown.details['since'] : undefined;
  return typeof since === 'string' ? new Date(since) : null;
}

/** Whether it was given up for another reason, such as the end of the request’s own time. */
export function isGivenUp(thrown: unknown): boolean {
  return thrown instanceof CityError && thrown.code === 'TIMEOUT';
}

/** Says that too many wait for a source already; nothing was asked of it. */
export function tooManyWait(): CityError {
  return new CityError({
    code: 'TIMEOUT',
    fault: 'department',
    message: 'Expected an answer from the office’s own database in time, but too many wait for it already; nothing was asked.',
    messageZh: '等待该部门前置库的请求过多，未发出查询。',
    hint: 'Try again later. 请稍后再试。',
  });
}
