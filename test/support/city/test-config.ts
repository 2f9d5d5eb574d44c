import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Config } from '../../../src/config/config.js';
import { readConfig } from '../../../src/config/read-config.js';

/** A configuration for tests: any free port of the loopback, a folder of its own, nothing said. */
export function testConfig(variables: Readonly<Record<string, string>>): Config {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'allgrid-test-'));
  return readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR, ...variables }, []);
}
