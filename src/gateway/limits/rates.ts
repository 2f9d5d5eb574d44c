import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { CityError } from '../../kernel/city-error.js';
import { accountOf, type Principal } from '../../kernel/principal.js';
import { type LimitClass, limitClassOf, limitsOfClass, nodesAPoint, rateWindowSeconds } from './limit-table.js';

/** How much a principal has left. */
export interface RateStanding {
  /** Points left in this window. */
  readonly remaining: number;
  /** When the window ends and all points are back. */
  readonly resetAt: Date;
}

/** The point of every request, taken when it arrives, so that what is refused is counted too. */
export const arrivalPoints = 1;

/** The further points of a request of so many objects. */
export function pointsOf(nodes: number): number {
  return Math.floor(nodes / nodesAPoint);
}

/** Counts what each principal uses in this process, in memory that is free again when its window ends. */
export class Rates {
  readonly #limiters: Readonly<Record<LimitClass, RateLimiterMemory>> | null;

  /** `isOn` false counts nothing: for a platform behind a proxy that limits, and for measuring. */
  constructor(isOn: boolean) {
    const limiter = (limitClass: LimitClass): RateLimiterMemory =>
      new RateLimiterMemory({ points: limitsOfClass[limitClass].points, duration: rateWindowSeconds });
    this.#limiters = isOn ? { FREE: limiter('FREE'), TRUSTED: limiter('TRUSTED') } : null;
  }

  /** Takes points from a principal and answers what is left, null where nothing is counted; throws `RATE_LIMITED` when they are used up. */
  async take(principal: Principal, points: number): Promise<RateStanding | null> {
    if (this.#limiters === null) return null;
    try {
      return standing(await this.#limiters[limitClassOf(principal)].consume(accountOf(principal), points));
    } catch (thrown) {
      throw thrown instanceof RateLimiterRes ? exhausted(thrown, limitsOfClass[limitClassOf(principal)].points) : thrown;
    }
  }
}

function standing({ remainingPoints, msBeforeNext }: RateLimiterRes): RateStanding {
  return { remaining: remainingPoints, resetAt: new Date(Date.now() + msBeforeNext) };
}

function exhausted({ msBeforeNext }: RateLimiterRes, limit: number): CityError {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return new CityError({
    code: 'RATE_LIMITED',
    message: `Expected at most ${limit} points in ${rateWindowSeconds} seconds, and they are used up.`,
    messageZh: `每 ${rateWindowSeconds} 秒至多 ${limit} 点，已用完。`,
    hint: `Wait ${retryAfter} s; extensions.rateLimit tells what is left. 请等待 ${retryAfter} 秒；extensions.rateLimit 给出余量。`,
    details: { retryAfter, limit },
  });
}
