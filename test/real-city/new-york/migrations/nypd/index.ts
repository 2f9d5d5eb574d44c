import { CreateNypd1796000000001 } from './1796000000001-create-nypd.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const nypdMigrations = [CreateNypd1796000000001];
