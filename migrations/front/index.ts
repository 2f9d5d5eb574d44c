import { CreateFront1795000000001 } from './1795000000001-create-front.js';

/** What every front database gets before its office's own migrations, in order. */
export const frontMigrations = [CreateFront1795000000001];
