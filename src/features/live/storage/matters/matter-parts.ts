import type { CityModel } from '../../../crosswalk/index.js';
import type { ModelSource } from '../../../grids/index.js';
import type { MattersByUuid, OrganisationsByName } from '../../ports.js';
import type { NamedUnits } from '../streams/named-units.js';
import type { StreamParts } from '../streams/stream-parts.js';
import type { MattersInSight } from './matters-in-sight.js';

/** What streams of matters' changes are made of. */
export interface MatterStreamParts extends StreamParts {
  readonly matters: MattersByUuid;
  readonly inSight: MattersInSight;
  readonly namedUnits: NamedUnits;
  readonly organisations: OrganisationsByName;
  readonly models: Pick<ModelSource<CityModel>, 'current'>;
}
