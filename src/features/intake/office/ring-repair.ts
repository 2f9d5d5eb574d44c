import type { OverlayEngine } from '../../crosswalk/index.js';

/** What intake needs of an overlay engine: repairs, and the ground of several units together. */
export type RingRepair = Pick<OverlayEngine, 'repair' | 'union'>;
