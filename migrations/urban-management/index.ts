import { CreateUrbanManagement1795000000010 } from './1795000000010-create-urban-management.js';
import { GrowUrbanManagement1795000000015 } from './1795000000015-grow-urban-management.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const urbanManagementMigrations = [CreateUrbanManagement1795000000010, GrowUrbanManagement1795000000015];
