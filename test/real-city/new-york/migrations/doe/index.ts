import { CreateDoe1796000000003 } from './1796000000003-create-doe.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const doeMigrations = [CreateDoe1796000000003];
