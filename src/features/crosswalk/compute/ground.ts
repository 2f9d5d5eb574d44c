import { boxOf } from '../../../geometry/box.js';
import type { Rings } from '../../../geometry/rings.js';
import { type UnitIndex, unitIndex } from '../../../geometry/unit-index.js';
import { type CalendarDate, holds } from '../../../kernel/dates.js';
import type { Span } from './span.js';

/** Some pieces of a {@link Ground}. The overlay engine recognises `rings` by identity, so equal lists are one object. */
export interface GroundList {
  /** Positions in the ground, ascending. */
  readonly members: readonly number[];
  readonly rings: readonly Rings[];
}

/** Polygons on the equal-area plane, each valid for a span of days; those of one day are what lies side by side. */
export class Ground {
  readonly rings: readonly Rings[];
  readonly spans: readonly Span[];
  readonly #lists: GroundList[] = [];
  #index: UnitIndex | null = null;

  /** Takes lists that run in parallel. */
  constructor(rings: readonly Rings[], spans: readonly Span[]) {
    this.rings = rings;
    this.spans = spans;
  }

  /** What is valid on a day. */
  on(day: CalendarDate): GroundList {
    return this.#list((span) => holds(span, day));
  }

  /** What is valid both on a day and on the day before. */
  throughout(day: CalendarDate): GroundList {
    return this.#list((span) => span.validFrom < day && (span.validTo === null || span.validTo > day));
  }

  /** What was valid on the day before and is not on this one. */
  endingOn(day: CalendarDate): GroundList {
    return this.#list((span) => span.validTo === day);
  }

  /** What is valid from a day on. */
  beginningOn(day: CalendarDate): GroundList {
    return this.#list((span) => span.validFrom === day);
  }

  /** Those of a list whose boxes meet a box of another ground's; the list itself where that one is not much smaller. */
  near(list: GroundList, other: Ground, others: GroundList): GroundList {
    if (others.members.length * 4 > list.members.length) return list;
    const index = (this.#index ??= unitIndex(this.rings));
    const met = new Set<number>();
    for (const member of others.members) {
      const { minX, minY, maxX, maxY } = boxOf(other.rings[member]!);
      for (const found of index.near(minX, minY, maxX, maxY)) met.add(found);
    }
    return this.#listOf(list.members.filter((member) => met.has(member)));
  }

  #list(isWanted: (span: Span) => boolean): GroundList {
    const members: number[] = [];
    this.spans.forEach((span, member) => {
      if (isWanted(span)) members.push(member);
    });
    const known = this.#lists.find((list) => isSame(list.members, members));
    if (known) return known;
    const list = this.#listOf(members);
    this.#lists.push(list);
    return list;
  }

  #listOf(members: readonly number[]): GroundList {
    return { members, rings: members.map((member) => this.rings[member]!) };
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((member, at) => member === other[at]);
}
