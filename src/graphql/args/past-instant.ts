import { CityError } from '../../kernel/city-error.js';
import type { Clock } from '../../kernel/clock.js';

/** The instant as which something was known; null for now. Throws `BAD_USER_INPUT` for one that has not come yet. */
export function pastInstant(knownAt: Date | null | undefined, clock: Clock): Date | null {
  if (knownAt == null || knownAt <= clock.now()) return knownAt ?? null;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `knownAt: expected an instant that has passed, got ${knownAt.toISOString()}.`,
    messageZh: `knownAt：应为已过去的时刻，收到 ${knownAt.toISOString()}。`,
    hint: 'Leave it out to ask what is known now.',
  });
}
