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
  return {
    afterUnits: () => models.refresh(),
    afterElements: async (changed) => {
      // A merge that was cut off between units and crosswalk changes nothing when it is run again, and still owes the links.
      if (changed === 0 && !(await build.isOwed())) return;
      await build.run(models.current());
      await models.refresh();
    },
    placer: () => placerOn(models.current()),
  };
}
