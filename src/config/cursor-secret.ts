import { join } from 'node:path';

import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';

/** The secret that signs cursors: `CURSOR_SECRET`, else one generated once and kept in `DATA_DIR`. */
export async function cursorSecretOf(config: Pick<Config, 'cursorSecret' | 'dataDir'>): Promise<string> {
  return config.cursorSecret ?? keptSecret(join(config.dataDir, 'cursor.secret'));
}
