import { unfit } from '../unfit.js';
import type { Category } from './category.js';
import { componentCategories } from './components.js';
import { peopleCategories } from './people-matters.js';
import { formerUrbanCategories, urbanMatterCategories } from './urban-matters.js';

/** Every category of the pack. */
export const allCategories: readonly Category[] = [
  ...componentCategories,
  ...urbanMatterCategories,
  ...formerUrbanCategories,
  ...peopleCategories,
];

/** The matters of a standard that somebody answers for; of urban management, the kinds and not the classes. */
export function handledMatters(standard: string): readonly Category[] {
  return allCategories.filter((one) => one.standard === standard && one.kind === 'MATTER' && one.role !== '');
}

/** One matter category by its key. */
export function matterCategory(standard: string, code: string): Category {
  const found = allCategories.find((one) => one.standard === standard && one.kind === 'MATTER' && one.code === code);
  if (!found) throw unfit(`No matter category ${code} in ${standard}.`);
  return found;
}
