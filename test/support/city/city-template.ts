import { compose, type Composition } from '../../../src/compose.js';
import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { silentLog } from '../../../src/kernel/log.js';
import { stopAll } from '../../../src/run.js';
import { dropDatabase } from '../database/clone-database.js';
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
export async function cityTemplate(city: CityTemplate): Promise<string> {
  return templateOf(city.name, async (url) => {
    const draft = new URL(url).pathname.slice(1);
    for (const front of frontsOf(draft, city.offices)) await dropDatabase(front);
    await load(city, { config: testConfig({ DATABASE_URL: url, CITY_PACK: city.pack }), log: silentLog, offices: city.offices });
    await withClient(clusterUrl(), async (client) => {
      const final = frontsOf(draft.replace(/_draft$/, ''), city.offices);
      for (const [place, front] of frontsOf(draft, city.offices).entries())
        await client.query(`alter database ${front} rename to ${final[place]!}`);
    });
  });
}

async function load({ name, filesFolder }: CityTemplate, composition: Composition): Promise<void> {
  const platform = await compose(composition);
  try {
    platform.sequencer.start();
    await platform.models.refresh();
    const { runs } = await platform.intake.cityImport.importPack(
      composition.config.cityPack,
      filesFolder === undefined ? {} : { filesFolder },
    );
    const failed = runs.find((run) => run.failure !== null);
    if (failed) throw new Error(`${failed.department}: ${failed.failure}`);
    await workedOff(platform);
    await everythingInTheLog(platform);
    await keepModel(templateName(name), platform);
  } finally {
    await stopAll(platform, []);
  }
}

/** Does what a serving platform would do after an import in its own time, so that no copy has to: places by the ground, sums of the flow. */
async function workedOff({ models, places, flowFolder, databases }: Awaited<ReturnType<typeof compose>>): Promise<void> {
  await models.refresh();
  places.hint();
  await places.settled();
  await flowFolder.foldAll();
  // What was folded has left as many dead rows, which each copy would carry along.
  await databases.index.sql.query('vacuum full matter_flow_delta');
}

/** Waits until the sequencer has moved every event, so that copies begin with an empty inbox. */
async function everythingInTheLog({ databases }: Awaited<ReturnType<typeof compose>>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await databases.index.sql.query('select from event_inbox limit 1')).length > 0) {
    if (Date.now() > deadline) throw new Error('The sequencer left events in the inbox.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
