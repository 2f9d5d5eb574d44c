import { EdgeWalkEngine, edgeWalkName } from '../compute/edge-walk-engine.js';
import type { OverlayEngine } from '../compute/overlay-engine.js';
import { geosName } from './geos-library.js';
import { openGeosOverlayEngine } from './geos-overlay-engine.js';

/** Names and versions of what {@link openOverlayEngine} computes with, as every computation records them. */
export const overlayEngineName = `${edgeWalkName}, ${geosName}`;

/** Opens the engine that crosswalks are computed with: areas by the edge walk, polygons by GEOS; dispose of it. */
export async function openOverlayEngine(): Promise<OverlayEngine> {
  return new EdgeWalkEngine(await openGeosOverlayEngine());
}
