import { createHash, randomUUID } from 'node:crypto';

import { compose, type Platform } from '../../../src/compose.js';
import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { silentLog } from '../../../src/kernel/log.js';
import { stopAll } from '../../../src/run.js';
import { copyDatabase, dropDatabase } from '../database/clone-database.js';
import { clusterUrl } from '../database/cluster-address.js';
import { templateName, templateOf } from '../database/template-of.js';
import { withClient } from '../database/with-client.js';
import { keepModel } from './kept-model.js';
import { testConfig } from './test-config.js';

/** A city that is loaded once for the whole jest run. */
export interface CityTemplate {
  readonly name: string;
  readonly pack: string;
  /** Where the pack's files are kept that do not lie beside its manifest. */
  readonly filesFolder?: string;
  readonly offices: readonly DepartmentDefinition[];
}

const underscored = (key: string): string => key.replaceAll('-', '_');

/** The databases of a city: the index's name, and each front's beside it by the platform's own rule. */
export function frontsOf(index: string, offices: readonly DepartmentDefinition[]): readonly string[] {
  return offices.map((office) => `${index}_${underscored(office.key)}`);
}

/** Loads a city through the whole merge once, and answers the name of the index's template; the fronts' stand beside it. */
export function cityTemplate(city: CityTemplate): Promise<string> {
  return composedTemplate(city, (platform) => load(city, platform));
}

/** Migrates the databases of a city without a pack once, and answers as {@link cityTemplate} does. */
export function emptyCityTemplate(offices: CityTemplate['offices']): Promise<string> {
  const keys = offices.map(({ key }) => key).join();
  const name = `empty_${createHash('sha256').update(keys).digest('hex').slice(0, 16)}`;
  return composedTemplate({ name, pack: '.', offices }, () => Promise.resolve());
}

/** Copies the databases of a template, and answers the names of the copies, the index's first. */
export async function copyCity(template: string, offices: CityTemplate['offices']): Promise<readonly [index: string, ...fronts: string[]]> {
  const index = `test_${randomUUID().replaceAll('-', '')}`;
  const names = [index, ...frontsOf(index, offices)] as const;
  const originals = [template, ...frontsOf(template, offices)];
  await withClient(clusterUrl(), async (client) => {
    for (const [place, name] of names.entries()) await copyDatabase(client, originals[place]!, name);
  });
  return names;
}

async function composedTemplate({ name, pack, offices }: CityTemplate, work: (platform: Platform) => Promise<void>): Promise<string> {
  return templateOf(name, async (url) => {
    const draft = new URL(url).pathname.slice(1);
    for (const front of frontsOf(draft, offices)) await dropDatabase(front);
    const platform = await compose({ config: testConfig({ DATABASE_URL: url, CITY_PACK: pack }), log: silentLog, offices });
    await work(platform).finally(() => stopAll(platform, []));
    await withClient(clusterUrl(), async (client) => {
      const final = frontsOf(draft.replace(/_draft$/, ''), offices);
      for (const [place, front] of frontsOf(draft, offices).entries())
        await client.query(`alter database ${front} rename to ${final[place]!}`);
    });
  });
}

async function load({ name, pack, filesFolder }: CityTemplate, platform: Platform): Promise<void> {
  platform.sequencer.start();
  await platform.models.refresh();
  const { runs } = await platform.intake.cityImport.importPack(pack, filesFolder === undefined ? {} : { filesFolder });
  const failed = runs.find((run) => run.failure !== null);
  if (failed) throw new Error(`${failed.department}: ${failed.failure}`);
  await workedOff(platform);
  await everythingInTheLog(platform);
  await keepModel(templateName(name), platform);
}

/** Does what a serving platform would do after an import in its own time, so that no copy has to: places by the ground, sums of the flow. */
async function workedOff({ models, places, flowFolder, databases }: Platform): Promise<void> {
  await models.refresh();
  places.hint();
  await places.settled();
  await flowFolder.foldAll();
  // What was folded has left as many dead rows, which each copy would carry along.
  await databases.index.sql.query('vacuum full matter_flow_delta');
}

/** Waits until the sequencer has moved every event, so that copies begin with an empty inbox. */
async function everythingInTheLog({ databases }: Platform): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await databases.index.sql.query('select from event_inbox limit 1')).length > 0) {
    if (Date.now() > deadline) throw new Error('The sequencer left events in the inbox.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
