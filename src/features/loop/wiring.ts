export { loopTables } from './storage/tables.js';
