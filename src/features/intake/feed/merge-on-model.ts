import type { CityModels, CrosswalkBuild, CrosswalkTurn } from '../../crosswalk/index.js';
import type { Changes, MergeSteps } from '../ports.js';
import { bothChanges, noChanges } from './changes.js';
import { placerOn } from './model-placer.js';

/** What the merge moves forward. */
export interface MergedModel {
  readonly models: CityModels;
  readonly build: CrosswalkBuild;
  readonly turn: CrosswalkTurn;
}

/** The steps of a merge on the city model: a new picture of the ground after units, the crosswalk after elements. */
export function mergeOnModel({ models, build, turn }: MergedModel): MergeSteps {
  let owed = noChanges;
  const link = async (changes: Changes): Promise<void> => {
    owed = bothChanges(owed, changes);
    // Also asked where nothing changed: a merge that was cut off between units and crosswalk still owes the links.
    const { units, buildings, divisions } = owed;
    const change = { units, buildings: buildings > 0, divisions: divisions > 0 };
    const compute = async (): Promise<void> => {
      await build.update(models.current(), change, { onPublished: () => models.refresh() });
    };
    await (units.length > 0 || change.buildings || change.divisions ? turn.take(compute) : turn.takeIfFree(compute));
    owed = noChanges;
  };
  let running: Promise<void> = Promise.resolve();
  return {
    afterUnits: () => models.refresh(),
    // One at a time: the feeds are followed side by side, and a run that began earlier must not be published over a later one.
    afterElements: (changes) => {
      const next = running.then(() => link(changes));
      running = next.catch(() => undefined);
      return next;
    },
    placer: () => placerOn(models.current()),
  };
}
