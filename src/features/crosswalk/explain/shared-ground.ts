import { overlayAreas } from '../../../geometry/overlay/overlay-areas.js';
import { overlayLayer } from '../../../geometry/overlay/overlay-layer.js';
import type { CommonArea } from './ports.js';

/** Measures by walking edges, as the computing of links does: the area of a pair depends on its two units alone. */
export const commonArea: CommonArea = (a, b) => overlayAreas(overlayLayer([a]), overlayLayer([b])).areas[0] ?? 0;
