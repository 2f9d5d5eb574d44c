/** What {@link shareOut} divides: `total` whole pieces over `masses`, no one below `least`. */
export interface ShareOut {
  readonly total: number;
  readonly masses: readonly number[];
  readonly least: number;
}

/** Divides whole pieces in proportion to mass by largest remainder; the shares sum to `total`. */
export function shareOut({ total, masses, least }: ShareOut): readonly number[] {
  const free = total - least * masses.length;
  const mass = masses.reduce((sum, one) => sum + one, 0);
  const exact = masses.map((one) => (free * one) / mass);
  const shares = exact.map((one) => least + Math.floor(one));
  const left = total - shares.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact.map((one, at) => ({ at, rest: one - Math.floor(one) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at]! += 1;
  return shares;
}
