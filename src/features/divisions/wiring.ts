export { renewDivisionPaths } from './storage/renew-division-paths.js';
export { divisionsTables } from './storage/tables.js';
