export { type Division, type DivisionLevel, divisionLevels } from './division.js';
export { DivisionTree } from './division-tree.js';
