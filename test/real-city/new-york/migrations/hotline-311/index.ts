import { CreateHotline3111796000000006 } from './1796000000006-create-hotline-311.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const hotline311Migrations = [CreateHotline3111796000000006];
