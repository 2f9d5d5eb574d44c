import { type CategoryKey, categoryKeyText } from './category.js';
import type { CategoryLink, CategoryLinkReadModel, CategoryStep, CodeInstants } from './category-link.js';
import { type CategoryRelation, composed } from './category-relation.js';

/** Declared links in a row, at most. */
export const longestPath = 4;

interface Trail {
  /** Place of the asked key. */
  readonly asked: number;
  readonly relation: CategoryRelation;
  readonly path: readonly CategoryStep[];
}

const strength: Readonly<Record<CategoryRelation, number>> = { EQUIVALENT: 0, BROADER: 1, NARROWER: 1, PART: 2 };

/**
 * Everything that the keys are in other lists, in order of the keys: each other category by its declared link, or where it has none,
 * by the strongest relation that follows from up to {@link longestPath} links in a row. One reading a step, however many keys.
 */
export async function traceCategories(
  keys: readonly CategoryKey[],
  instants: CodeInstants,
  links: CategoryLinkReadModel,
): Promise<readonly (readonly CategoryLink[])[]> {
  const found = keys.map(() => new Map<string, Trail>());
  let front: readonly Trail[] = keys.map((_, asked) => ({ asked, relation: 'EQUIVALENT', path: [] }));
  for (let round = 1; round <= longestPath && front.length > 0; round += 1) {
    const steps = await stepsFrom(
      front.map((trail) => endOf(trail, keys)),
      instants,
      links,
    );
    front = front.flatMap((trail, place) => onward(trail, steps[place]!, keys)).filter((trail) => isBetter(trail, found[trail.asked]!));
  }
  return found.map(linksOf);
}

/** Asks for each key once. */
async function stepsFrom(
  keys: readonly CategoryKey[],
  instants: CodeInstants,
  links: CategoryLinkReadModel,
): Promise<readonly (readonly CategoryStep[])[]> {
  const distinct = new Map(keys.map((key) => [categoryKeyText(key), key]));
  const steps = await links.ofKeys([...distinct.values()], instants);
  const byKey = new Map([...distinct.keys()].map((text, place) => [text, steps[place]!]));
  return keys.map((key) => byKey.get(categoryKeyText(key))!);
}

const endOf = ({ asked, path }: Trail, keys: readonly CategoryKey[]): CategoryKey => path.at(-1)?.to ?? keys[asked]!;

function onward(trail: Trail, steps: readonly CategoryStep[], keys: readonly CategoryKey[]): readonly Trail[] {
  const been = new Set([keys[trail.asked]!, ...trail.path.map((step) => step.to)].map(categoryKeyText));
  return steps.flatMap((step) => {
    const relation = composed(trail.relation, step.relation);
    if (relation === null || been.has(categoryKeyText(step.to))) return [];
    return [{ asked: trail.asked, relation, path: [...trail.path, step] }];
  });
}

/** Notes a trail unless one to the same category by the same relation is as short and as well confirmed; answers whether it did. */
function isBetter(trail: Trail, found: Map<string, Trail>): boolean {
  const key = `${trail.relation} ${categoryKeyText(trail.path.at(-1)!.to)}`;
  const known = found.get(key);
  if (known && (known.path.length < trail.path.length || isVerified(known.path) || !isVerified(trail.path))) return false;
  found.set(key, trail);
  return true;
}

/** Whether every link of a path is confirmed. */
export function isVerified(path: readonly CategoryStep[]): boolean {
  return path.every((step) => step.verified);
}

/** The days on which every link of a path is in force. */
export function narrowest(path: readonly CategoryStep[]): Pick<CategoryStep, 'validFrom' | 'validTo'> {
  const ends = path.flatMap((step) => step.validTo ?? []);
  return {
    validFrom: path
      .map((step) => step.validFrom)
      .toSorted()
      .at(-1)!,
    validTo: ends.toSorted()[0] ?? null,
  };
}

function linksOf(found: ReadonlyMap<string, Trail>): readonly CategoryLink[] {
  const ranked = [...found.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
  const ranks = new Map<string, number>();
  for (const trail of ranked) {
    const key = categoryKeyText(trail.path.at(-1)!.to);
    ranks.set(key, ranks.get(key) ?? rankOf(trail));
  }
  return ranked
    .filter((trail) => ranks.get(categoryKeyText(trail.path.at(-1)!.to)) === rankOf(trail))
    .map(({ relation, path }) => ({ category: path.at(-1)!.to, relation, path }))
    .toSorted(byCategory);
}

/** What was declared outright comes before all that follows from several links. */
const rankOf = ({ relation, path }: Trail): number => (path.length === 1 ? -1 : strength[relation]);

function byCategory(a: CategoryLink, b: CategoryLink): number {
  const [left, right] = [a, b].map(({ category }) => [category.standard, category.kind, category.code]);
  const place = left!.findIndex((part, index) => part !== right![index]);
  if (place < 0) return strength[a.relation] - strength[b.relation];
  return left![place]! < right![place]! ? -1 : 1;
}
