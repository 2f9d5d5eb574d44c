import type { CategoryKey } from '../categories/index.js';
import type { Matter } from '../matters/index.js';

/** The category of a matter by its whole key; null where its office gave none. */
export function categoryOf({ standard, categoryKind: kind, categoryCode: code }: Matter): CategoryKey | null {
  return standard === null || kind === null || code === null ? null : { standard, kind, code };
}
