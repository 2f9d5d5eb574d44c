import { CreateDohmh1796000000004 } from './1796000000004-create-dohmh.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const dohmhMigrations = [CreateDohmh1796000000004];
