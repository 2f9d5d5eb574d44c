import { CreatePetition1795000000010 } from './1795000000010-create-petition.js';
import { GrowPetition1795000000015 } from './1795000000015-grow-petition.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const petitionMigrations = [CreatePetition1795000000010, GrowPetition1795000000015];
