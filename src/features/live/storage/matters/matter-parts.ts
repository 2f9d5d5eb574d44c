import type { CityOfNow } from '../../ground/ports.js';
import type { MattersByUuid, OrganisationsByName } from '../../ports.js';
import type { GroundInSight } from '../ground/ground-in-sight.js';
import type { NamedUnits } from '../streams/named-units.js';
import type { StreamParts } from '../streams/stream-parts.js';
import type { MattersInSight } from './matters-in-sight.js';

/** What streams of matters' changes are made of. */
export interface MatterStreamParts extends StreamParts {
  readonly matters: MattersByUuid;
  readonly inSight: MattersInSight;
  readonly namedUnits: NamedUnits;
  readonly organisations: OrganisationsByName;
  readonly groundInSight: GroundInSight;
  readonly models: CityOfNow;
}
