import { CreateCivilAffairs1795000000010 } from './1795000000010-create-civil-affairs.js';
import { GrowCivilAffairs1795000000015 } from './1795000000015-grow-civil-affairs.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const civilAffairsMigrations = [CreateCivilAffairs1795000000010, GrowCivilAffairs1795000000015];
