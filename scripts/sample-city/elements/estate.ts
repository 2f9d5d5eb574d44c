import type { Community } from '../ground/community.js';
import type { Rectangle } from '../plane/convex.js';
import type { Ring } from '../plane/plane.js';

/** A residential estate (小区). */
export interface Estate {
  readonly localId: string;
  readonly name: string;
  readonly community: Community;
  readonly rectangle: Rectangle;
  readonly ring: Ring;
  readonly form: 'OPEN' | 'CLOSED' | 'OLD';
  readonly ownersCommittee: boolean;
  readonly managementCommittee: boolean;
  readonly propertyFirm: string;
  readonly builtYear: number;
}
