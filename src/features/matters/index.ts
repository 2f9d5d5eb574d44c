export { finalStates, type Matter, type MatterSource, matterSources, type MatterState, matterStates } from './matter.js';
export type { MatterArrival, MatterIndexWriter, MatterStep, Placement } from './ports.js';
