import { CreateCityIndex1795000000001 } from './1795000000001-create-city-index.js';

/** The city index's migrations, in order. */
export const cityIndexMigrations = [CreateCityIndex1795000000001];
