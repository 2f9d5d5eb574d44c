import { CreatePoliticalLegal1795000000010 } from './1795000000010-create-political-legal.js';
import { GrowPoliticalLegal1795000000015 } from './1795000000015-grow-political-legal.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const politicalLegalMigrations = [CreatePoliticalLegal1795000000010, GrowPoliticalLegal1795000000015];
