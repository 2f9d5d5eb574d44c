import { readConfig } from '../config/read-config.js';
import { type RunningPlatform, runPlatform } from '../run.js';
import { accessLines } from './access/access-lines.js';
import { importApart } from './import-apart.js';
import { loadApart } from './load-apart.js';
import { pinoLog } from './pino-log.js';
import { stopInTime } from './stop-in-time.js';

/** Serves a city until it is told to stop by SIGTERM or SIGINT. */
export async function serve(argv: readonly string[]): Promise<void> {
  const config = readConfig(undefined, argv);
  const log = pinoLog(config.logLevel);
  const platform = await runPlatform({ config, log }, { loadCity: loadApart, importTaken: importApart });
  announce(platform, await accessLines(platform));
  await stopSignal();
  await stopInTime(platform, log);
}

function announce({ url, models }: RunningPlatform, access: readonly string[]): void {
  const { city } = models.current();
  const lines = [
    `${city.nameZh} ${city.nameEn}`,
    `  start page   ${url}/`,
    `  GraphiQL     ${url}/graphiql/`,
    `  GraphQL      ${url}/graphql`,
    `  readiness    ${url}/readyz`,
  ];
  if (city.noticeEn !== null) lines.push(`  ${city.noticeEn}`);
  lines.push(...access);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
