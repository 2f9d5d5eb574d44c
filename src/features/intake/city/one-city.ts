import { CityError } from '../../../kernel/city-error.js';

/** Throws `CONFLICT` where the index holds another city than the pack's; `held` is null while it holds none. */
export function checkSameCity(held: string | null, given: string): void {
  if (held === null || held === given) return;
  throw new CityError({
    code: 'CONFLICT',
    message: `Expected a pack of the city ${held} that the index holds, got one of ${given}.`,
    messageZh: `索引中是城市 ${held}，数据包却是 ${given}。`,
    hint: 'One platform serves one city: start another with its own databases.',
    details: { held, given },
  });
}
