import type { OrganisationBook } from '../bodies/organisation-book.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** A post in a grid's team: which body fills it, how it is reached, whether it is vacant. Never who. */
export interface Post {
  readonly localId: string;
  readonly post: 'GRID_LEADER' | 'FULL_TIME' | 'PART_TIME' | 'INSTRUCTOR';
  readonly organisation: string;
  readonly dutyLine: string;
  readonly vacant: boolean;
}

/** The team of each all-elements grid, "1+3+N": leader; full-time, part-time, instructor; further part-time posts. */
export function drawPosts(grids: readonly LayerUnit[], book: OrganisationBook): readonly Post[] {
  return grids.flatMap(({ localId, division }, i) => {
    const random = seededRandom(`posts/${localId}`);
    const committee = book.at('committee', division).code;
    const township = book.at('government', division.slice(0, 9)).code;
    // 000 is no exchange of the city: the lines are plainly invented.
    const dutyLine = `0798-000${String(i + 1).padStart(4, '0')}`;
    const post = (kind: Post['post'], organisation: string, vacancy: number): Post => ({
      localId,
      post: kind,
      organisation,
      dutyLine,
      vacant: random.chance(vacancy),
    });
    return [
      post('GRID_LEADER', committee, 0.02),
      post('FULL_TIME', committee, 0.07),
      post('PART_TIME', committee, 0.12),
      ...(random.chance(0.5) ? [post('PART_TIME', committee, 0.2)] : []),
      post('INSTRUCTOR', township, 0.05),
    ];
  });
}
