export { madeTitle } from './made-title.js';
export { finalStates, type Matter, type MatterSource, matterSources, type MatterState, matterStates } from './matter.js';
export { type MatterPlace, placeAtPoint, placeInUnit } from './place-matter.js';
export type { MatterArrival, MatterIndexWriter, MatterReadModel, MatterStep, MatterTransition, Placement } from './ports.js';
export { MatterReporting } from './report-matter.js';
export type { SealedReporting } from './report-sealed.js';
