import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Config } from '../../../src/config/config.js';
import { readConfig } from '../../../src/config/read-config.js';
import { testSealingKey } from '../access/test-seal.js';

/** A configuration for tests: any free port of the loopback, a folder of its own, nothing said, and nobody's requests counted unless a test wants it. */
export function testConfig(variables: Readonly<Record<string, string>>): Config {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'allgrid-test-'));
  return readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: '0', DATA_DIR, SEALING_KEY: testSealingKey, ...variables }, []);
}
