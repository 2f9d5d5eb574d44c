import type { OrganisationBook } from '../bodies/organisation-book.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** A post in a grid's team: which body fills it, how it is reached, whether it is vacant. Never who. */
export interface Post {
  readonly localId: string;
  readonly post: 'GRID_LEADER' | 'FULL_TIME' | 'PART_TIME' | 'INSTRUCTOR' | 'MEDIATOR' | 'BRANCH_SECRETARY';
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
    const dutyLine = dutyLineOf(i);
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

/** The secretary's post of each grid's party branch; party groups have none. */
export function secretaryPosts(grids: readonly LayerUnit[], branches: readonly LayerUnit[], book: OrganisationBook): readonly Post[] {
  const led = new Set(branches.filter(({ own }) => own['branch_form'] === 'BRANCH').map(({ own }) => own['host_unit']));
  return grids.flatMap(({ localId, division }, i): readonly Post[] =>
    led.has(localId) ? [further('BRANCH_SECRETARY', { localId, organisation: book.at('party', division.slice(0, 9)).code }, i)] : [],
  );
}

/** The mediator on duty in each grid, whom the township's centre sends. */
export function mediatorPosts(grids: readonly LayerUnit[], book: OrganisationBook): readonly Post[] {
  return grids.map(({ localId, division }, i) =>
    further('MEDIATOR', { localId, organisation: book.at('centre', division.slice(0, 9)).code }, i),
  );
}

function further(post: Post['post'], at: Pick<Post, 'localId' | 'organisation'>, i: number): Post {
  return { ...at, post, dutyLine: dutyLineOf(i), vacant: seededRandom(`posts/${post}/${at.localId}`).chance(0.06) };
}

/** 000 is no exchange of the city: the lines are plainly invented. */
const dutyLineOf = (i: number): string => `0798-000${String(i + 1).padStart(4, '0')}`;
