import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Platform } from '../../compose.js';
import { type ActsAs, type DemoTokens, demoTokenSeconds } from '../../features/access/index.js';
import { tableLines } from '../table.js';
import { roleNamesZh } from './role-names.js';
import { samplePrincipals } from './sample-principals.js';

/** The tokens of a demonstration, and where they are written. */
export interface DemoTokenSheet {
  readonly path: string;
  /** The sheet's lines where it has been written just now; null where it stood already. */
  readonly written: readonly string[] | null;
}

/** Writes a token for each role into `DATA_DIR/demo-tokens.txt`, mode 0600, where none stand that count in this city for another day. */
export async function demoTokenSheet(platform: Platform, tokens: DemoTokens): Promise<DemoTokenSheet> {
  const path = join(platform.config.dataDir, 'demo-tokens.txt');
  if (await stands(path, platform)) return { path, written: null };
  const lines = await sheetLines(platform, tokens);
  // Under its own name only when it is whole, and never readable by others in between.
  await writeFile(`${path}.new`, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return { path, written: lines };
}

const dayMs = 86_400_000;

async function stands(path: string, { models, clock }: Platform): Promise<boolean> {
  const head = await readFile(path, 'utf8').catch(() => '');
  const [, city, until] = /^# (\S+) until (\S+)/.exec(head) ?? [];
  return city === models.current().city.code && Date.parse(until ?? '') - clock.now().getTime() > dayMs;
}

async function sheetLines({ models, officeCodes, clock }: Platform, tokens: DemoTokens): Promise<readonly string[]> {
  const model = models.current();
  const until = new Date(clock.now().getTime() + demoTokenSeconds * 1000).toISOString().slice(0, 10);
  const principals = samplePrincipals(model, officeCodes);
  const columns = ['role', '角色', 'office', 'acts in'].map((heading) => ({ heading }));
  const [head, ...rows] = tableLines(
    columns,
    principals.map((one) => [one.role, roleNamesZh[one.role], one.department ?? '–', placeOf(one, model)]),
  );
  const signed = await Promise.all(principals.map((one) => tokens.issue(one)));
  return [
    `# ${model.city.code} until ${until}: Authorization: Bearer <token>, or connection_init.payload.authorization on WebSocket`,
    head!,
    ...rows.flatMap((row, place) => [row, `  ${signed[place]!}`]),
  ];
}

function placeOf({ divisions, grids }: ActsAs, model: ReturnType<Platform['models']['current']>): string {
  const named = divisions.map((code) => `${code} ${model.divisions.find(code)?.name ?? ''}`.trimEnd());
  return [...named, ...grids.map((code) => `grid ${code}`)].join(', ');
}
