export { DivisionResolver } from './division.resolver.js';
export { DivisionType } from './division.type.js';
export { DivisionLevelEnum } from './division-level.js';
export { type DivisionOfDay, divisionOfDay } from './division-of-day.js';
