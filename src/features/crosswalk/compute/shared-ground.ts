import type { CalendarDate } from '../../../kernel/dates.js';
import type { Ground, GroundList } from './ground.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';
import { commonSpan, type Span } from './span.js';

/** Common ground of two pieces, and the days on which both are valid. */
export interface TimedOverlap extends OverlapArea {
  readonly span: Span;
}

/** What finding common ground takes. */
export interface Overlaying {
  readonly engine: OverlayEngine;
  /** The day from which the search goes back and forth: the city's own, when most is valid. */
  readonly today: CalendarDate;
}

/**
 * Every piece of `a` with every piece of `b` that it has ground and a day in common with, each pair measured once: all of today's
 * at once, then going back from end to end and forward from beginning to beginning only what is met there for the first time.
 */
export function commonGround(a: Ground, b: Ground, { engine, today }: Overlaying): readonly TimedOverlap[] {
  const meet = (ofA: GroundList, ofB: GroundList): OverlapArea[] => {
    const [nearA, nearB] = [a.near(ofA, b, ofB), b.near(ofB, a, ofA)];
    if (nearA.members.length === 0 || nearB.members.length === 0) return [];
    return named(engine.intersections(nearA.rings, nearB.rings), nearA, nearB);
  };
  const found = meet(a.on(today), b.on(today));
  for (const turn of turnsOf([a, b], today)) {
    const [lastingA, lastingB] = [a.throughout(turn.day), b.throughout(turn.day)];
    const [freshA, freshB] = [fresh(a, turn), fresh(b, turn)];
    found.push(...meet(freshA, lastingB), ...meet(freshA, freshB), ...meet(lastingA, freshB));
  }
  return found.map((one) => ({ ...one, span: commonSpan(a.spans[one.a]!, b.spans[one.b]!)! })).sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Every two pieces of one ground that lie upon each other on some day, `a < b`. */
export function selfOverlaps(ground: Ground, { engine, today }: Overlaying): readonly TimedOverlap[] {
  const within = (list: GroundList): OverlapArea[] => (list.members.length < 2 ? [] : named(engine.selfOverlaps(list.rings), list, list));
  const found = within(ground.on(today));
  for (const turn of turnsOf([ground], today)) {
    const news = fresh(ground, turn);
    const lasting = ground.near(ground.throughout(turn.day), ground, news);
    found.push(...within(news));
    if (news.members.length > 0 && lasting.members.length > 0)
      found.push(...named(engine.intersections(news.rings, lasting.rings), news, lasting).map(ascending));
  }
  return found.map((one) => ({ ...one, span: commonSpan(ground.spans[one.a]!, ground.spans[one.b]!)! }));
}

/** A day on which the ground changes, as it is come upon when going away from today. */
interface Turn {
  readonly day: CalendarDate;
  readonly isPast: boolean;
}

function turnsOf(grounds: readonly Ground[], today: CalendarDate): readonly Turn[] {
  const spans = grounds.flatMap((ground) => ground.spans);
  const ends = new Set(spans.flatMap(({ validTo }) => (validTo !== null && validTo <= today ? [validTo] : [])));
  const beginnings = new Set(spans.flatMap(({ validFrom }) => (validFrom > today ? [validFrom] : [])));
  return [
    ...[...ends]
      .sort()
      .reverse()
      .map((day) => ({ day, isPast: true })),
    ...[...beginnings].sort().map((day) => ({ day, isPast: false })),
  ];
}

function fresh(ground: Ground, { day, isPast }: Turn): GroundList {
  return isPast ? ground.endingOn(day) : ground.beginningOn(day);
}

function named(pairs: readonly OverlapArea[], a: GroundList, b: GroundList): OverlapArea[] {
  return pairs.map((pair) => ({ a: a.members[pair.a]!, b: b.members[pair.b]!, areaM2: pair.areaM2 }));
}

function ascending({ a, b, areaM2 }: OverlapArea): OverlapArea {
  return a < b ? { a, b, areaM2 } : { a: b, b: a, areaM2 };
}
