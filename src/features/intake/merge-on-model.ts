import type { CityModels, CrosswalkBuild } from '../crosswalk/index.js';
import { placerOn } from './model-placer.js';
import type { MergeSteps } from './ports.js';

/** What the merge moves forward. */
export interface MergedModel {
  readonly models: CityModels;
  readonly build: CrosswalkBuild;
}

/** The steps of a merge on the city model: a new picture of the ground after units, the crosswalk after elements. */
export function mergeOnModel({ models, build }: MergedModel): MergeSteps {
  const link = async (changed: number): Promise<void> => {
    // A merge that was cut off between units and crosswalk changes nothing when it is run again, and still owes the links.
    if (changed === 0 && !(await build.isOwed())) return;
    await build.run(models.current());
    await models.refresh();
  };
  let running: Promise<void> = Promise.resolve();
  return {
    afterUnits: () => models.refresh(),
    // One at a time: the feeds are followed side by side, and a run that began earlier must not be published over a later one.
    afterElements: (changed) => {
      const next = running.then(() => link(changed));
      running = next.catch(() => undefined);
      return next;
    },
    placer: () => placerOn(models.current()),
  };
}
