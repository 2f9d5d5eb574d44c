export { Deliberating } from './deliberating.js';
export type { Deliberation } from './deliberation.js';
export type { DeliberationReadModel } from './ports.js';
