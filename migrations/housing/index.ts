import { CreateHousing1795000000010 } from './1795000000010-create-housing.js';
import { GrowHousing1795000000015 } from './1795000000015-grow-housing.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const housingMigrations = [CreateHousing1795000000010, GrowHousing1795000000015];
