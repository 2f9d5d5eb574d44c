import { CreateFdny1796000000002 } from './1796000000002-create-fdny.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const fdnyMigrations = [CreateFdny1796000000002];
