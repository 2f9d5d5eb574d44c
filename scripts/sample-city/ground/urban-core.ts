import type { Place, Ring, Shape } from '../plane/plane.js';
import type { SeededRandom } from '../seeded-random.js';

const corners = 22;

/** A town as it grows around its middle: a rough disc of the wanted area. */
export function urbanCore(middle: Place, areaM2: number, random: SeededRandom): Shape {
  const radius = Math.sqrt(areaM2 / 3.1416);
  const ring: Ring = Array.from({ length: corners }, (_, i): Place => {
    const [angle, reach] = [(i / corners) * 6.283, radius * random.between(0.88, 1.12)];
    return [middle[0] + reach * Math.cos(angle), middle[1] + reach * Math.sin(angle)];
  });
  return [[ring]];
}
