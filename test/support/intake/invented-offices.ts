import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { LighthouseGridType, OrchardGridType } from '../../fixtures/offices/types/invented-grids.type.js';

/** The two invented offices with the types by which their units are asked through a schema. */
export const inventedOffices: readonly DepartmentDefinition[] = [
  { ...lighthouse, matterType: null, resolvers: () => [{ type: LighthouseGridType, instance: new LighthouseGridType() }] },
  { ...orchard, resolvers: () => [{ type: OrchardGridType, instance: new OrchardGridType() }] },
];
