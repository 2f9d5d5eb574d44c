export { divisionsTables } from './storage/tables.js';
