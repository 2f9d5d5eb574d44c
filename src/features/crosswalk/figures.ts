/** A share as people read it: `62.5 %`, never rounded to 0 or to the whole. */
export function percent(share: number): string {
  if (share > 0 && share < 1e-6) return '< 0.0001 %';
  if (share < 1 && share > 1 - 1e-6) return '> 99.9999 %';
  return `${trimmed(share * 100, 4)} %`;
}

/** Square metres as people read them, to the square centimetre. */
export function squareMetres(areaM2: number): string {
  return areaM2 > 0 && areaM2 < 1e-4 ? '< 0.0001 m²' : `${trimmed(areaM2, 4)} m²`;
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
