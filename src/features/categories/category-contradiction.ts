import { type CategoryKey, categoryKeyText } from './category.js';
import { type CategoryRelation, turned } from './category-relation.js';

/** What two statements are compared by; both in force on some common day. */
export interface StatedLink {
  readonly from: CategoryKey;
  readonly to: CategoryKey;
  readonly relation: CategoryRelation;
  readonly verified: boolean;
}

/** How a new statement stands to one that is in force. */
export type Standing = 'APART' | 'CONFIRMS' | 'CONTRADICTS';

/**
 * Compares a new statement with one in force. It CONFIRMS the same statement that nobody had verified; it CONTRADICTS any other of the
 * same two categories, and an equal of the same list: one category has one equal in a list.
 */
export function standingOf(candidate: StatedLink, held: StatedLink): Standing {
  const ends = [candidate.from, candidate.to].map(categoryKeyText);
  const others = [held.from, held.to].map(categoryKeyText);
  if (ends.every((end) => others.includes(end))) return ofOnePair(candidate, held, ends[0] === others[0]);
  if (candidate.relation !== 'EQUIVALENT' || held.relation !== 'EQUIVALENT') return 'APART';
  const mine = ends.findIndex((end) => !others.includes(end));
  const theirs = others.findIndex((end) => !ends.includes(end));
  const [end, other] = [[candidate.from, candidate.to][mine]!, [held.from, held.to][theirs]!];
  const touch = ends.some((text) => others.includes(text));
  return touch && end.standard === other.standard && end.kind === other.kind ? 'CONTRADICTS' : 'APART';
}

function ofOnePair(candidate: StatedLink, held: StatedLink, sameWay: boolean): Standing {
  const relation = sameWay ? held.relation : turned(held.relation);
  return relation === candidate.relation && candidate.verified && !held.verified ? 'CONFIRMS' : 'CONTRADICTS';
}
