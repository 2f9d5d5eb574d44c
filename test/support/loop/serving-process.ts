// A whole server of the two invented offices in a process of its own, that can be killed.
// Arguments: the address of the city index, the data folder, the pack. Speaks one JSON object a line.
import 'reflect-metadata';

import { stopInTime } from '../../../src/cli/stop-in-time.js';
import { readConfig } from '../../../src/config/read-config.js';
import { silentLog } from '../../../src/kernel/log.js';
import { runPlatform } from '../../../src/run.js';
import { testSealingKey } from '../access/test-seal.js';
import { inventedOffices } from '../intake/invented-offices.js';

function tell(fields: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(fields)}\n`);
}

async function main(): Promise<void> {
  const [DATABASE_URL, DATA_DIR, CITY_PACK] = process.argv.slice(2) as [string, string, string];
  const settings = { PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: '0', SEALING_KEY: testSealingKey };
  const config = readConfig({ ...settings, DATABASE_URL, DATA_DIR, CITY_PACK }, []);
  const running = await runPlatform({ config, log: silentLog, offices: inventedOffices });
  // As `serve` does: nothing but what it has closed lets the process end.
  process.once('SIGTERM', () => void stopInTime(running, silentLog));
  tell({ url: running.url });
}

main().catch((thrown: unknown) => {
  tell({ failure: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  process.exit(3);
});
