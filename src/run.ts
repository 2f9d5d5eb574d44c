import { compose, type Composition, type Platform } from './compose.js';
import { openGateway } from './composing/open-gateway.js';
import type { Config } from './config/config.js';
import { DropFolder, type ImportTaken } from './features/intake/index.js';
import { keepCityModel } from './keep-city-model.js';
import { keepRights } from './keep-rights.js';

/** A platform that serves. */
export interface RunningPlatform extends Platform {
  /** Where it is reached, `http://<host>:<port>`. */
  readonly url: string;
  /** Tells clients, finishes what is in flight, and closes everything in the order that loses nothing; `begins` hears of each step. */
  stop(begins?: (what: string) => void): Promise<void>;
}

/** Brings the city pack of the configuration into an index that holds none, or a part of it. */
export type LoadCity = (platform: Platform) => Promise<void>;

/** Loads the city in this process. */
export const loadHere: LoadCity = async ({ intake, config }) => {
  await intake.cityImport.importPack(config.cityPack);
};

/** What a platform that serves does in processes of its own, where it has any. */
export interface Apart {
  readonly loadCity?: LoadCity;
  /** Imports what offices drop; the drop folder is watched where there is one and this is given. */
  readonly importTaken?: (config: Config) => ImportTaken;
}

/** Composes a platform, loads the city pack where the index is empty, follows the offices and serves. */
export async function runPlatform(composition: Composition, { loadCity = loadHere, importTaken }: Apart = {}): Promise<RunningPlatform> {
  const platform = await compose(composition);
  try {
    platform.sequencer.start();
    platform.auditKeeping.chainer.start();
    await platform.models.open();
    // A first load that was cut off has left a city without its offices: it is begun again and goes on.
    if (!platform.models.isLoaded || !(await platform.intake.hasFinishedImport())) {
      await loadCity(platform);
      await platform.models.refresh();
    }
    const watching = await keepCityModel({ ...platform, renewed: () => platform.places.hint() });
    const rights = await keepRights({ ...platform, books: [platform.keys.held, platform.grants, platform.pins.held, platform.calendars] });
    await platform.intake.known.read();
    platform.intake.follower.start();
    platform.intake.outbound.start();
    platform.stateTeller.start();
    platform.sealedSweeper.start();
    platform.places.hint();
    platform.alarms.start();
    platform.flowFolder.start();
    const drop = dropFolderOf(platform, importTaken);
    const gateway = await openGateway(platform, () => dropFigures(drop));
    drop?.start();
    return {
      ...platform,
      url: gateway.url,
      stop: (begins) =>
        stopAll(
          platform,
          [
            ['requests and streams', () => gateway.stop()],
            ['drop folder', () => drop?.stop()],
            ['city model', () => watching.stop()],
            ['rights', () => rights.stop()],
          ],
          begins,
        ),
    };
  } catch (thrown) {
    await stopAll(platform, []);
    throw thrown;
  }
}

/** The drop folder of a platform, not started; null where none is watched. */
function dropFolderOf({ config, offices, intake, clock, log }: Platform, importTaken: Apart['importTaken']): DropFolder | null {
  if (config.dropFolder === null || importTaken === undefined) return null;
  const { refusedRows } = intake;
  const keys = offices.map(({ key }) => key);
  return new DropFolder({ folder: config.dropFolder, offices: keys, importTaken: importTaken(config), refusedRows, clock, log });
}

function dropFigures(drop: DropFolder | null): Readonly<Record<string, number>> {
  return drop === null ? {} : Object.fromEntries(Object.entries(drop.figures).map(([name, count]) => [`drop-${name}`, count]));
}

/** One thing to be closed, and what it is called in the log. */
export type StopStep = readonly [what: string, step: () => unknown];

/** Closes a platform that was composed and, maybe, run; what was opened last is closed first. What fails keeps nothing else open and is thrown at the end. `begins` hears of each step. */
export async function stopAll(
  platform: Platform,
  first: readonly StopStep[],
  begins: (what: string) => void = () => undefined,
): Promise<void> {
  const steps: readonly StopStep[] = [
    ...first,
    ['placing', () => platform.places.stop()],
    ['alarms', () => platform.alarms.stop()],
    ['sealed sweeper', () => platform.sealedSweeper.stop()],
    ['statistics', () => platform.flowFolder.stop()],
    ['outbound steps', () => platform.intake.outbound.stop()],
    ['states of offices', () => platform.stateTeller.stop()],
    ['feeds', () => platform.intake.follower.stop()],
    ['recomputing', () => platform.recomputing.settled()],
    ['event log', () => platform.eventLog.close()],
    ['sequencer', () => platform.sequencer.stop()],
    ['audit of answers', () => platform.answerAudit.stop()],
    ['audit chains', () => platform.auditKeeping.chainer.stop()],
    ['overlay engine', () => platform.engine.dispose()],
    ['databases', () => platform.databases.close()],
  ];
  const failures: unknown[] = [];
  for (const [what, step] of steps) {
    begins(what);
    try {
      await step();
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
}
