import { planeAround } from '../../../geometry/equal-area.js';
import { asCityError } from '../../../kernel/city-error.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Log } from '../../../kernel/log.js';
import type { OrganisationArrival } from '../../elements/index.js';
import { type CityPack, openPack } from '../city-pack/open-pack.js';
import { organisationElement } from '../feed/arrivals.js';
import { bothChanges, changedRecords, noChanges } from '../feed/changes.js';
import { drainFeed } from '../feed/drain-feed.js';
import type { FeedApplier, IndexWriters } from '../feed/feed-applier.js';
import { OfficeIntake } from '../office/office-intake.js';
import { type ChangeFeed, type Changes, feedKinds, type ImportLock, type MergeSteps, type RunRegister } from '../ports.js';
import type { Report } from '../runs/progress.js';
import { failedRun, RunDesk, type RunOutcome } from '../runs/run-desk.js';
import { checkOffices } from './check-offices.js';
import { CityIntake, type CityIntakeEnd } from './city-intake.js';
import type { CityRegister } from './city-register.js';
import { type Journey, type JourneyParts, setOut } from './import-journey.js';
import { LineageIntake } from './lineage-intake.js';

/** What a {@link CityImport} works with. */
export interface CityImportParts extends JourneyParts {
  readonly writers: IndexWriters;
  readonly runs: RunRegister;
  readonly lock: ImportLock;
  readonly feed: ChangeFeed;
  readonly applier: FeedApplier;
  readonly steps: MergeSteps;
  readonly log: Log;
}

/** How an import is to run. */
export interface ImportOptions {
  readonly onProgress?: Report;
  /** Where the manifest's paths start from; what is not there lies in the pack's own folder, as all does when left out. */
  readonly filesFolder?: string;
}

/** What an import did. */
export interface ImportOutcome {
  /** The city's own run first, then one an office, in the order of the manifest. An office that failed has said why. */
  readonly runs: readonly RunOutcome[];
  /** Records that changed in the index. */
  readonly changed: number;
}

/** Changed records from which on a front's statistics are worth renewing. */
const manyChanges = 1_000;

/** Brings a city pack into the fronts of its offices and from there into the index. */
export class CityImport {
  readonly #desk: RunDesk;

  constructor(private readonly parts: CityImportParts) {
    this.#desk = new RunDesk(parts.runs, parts.clock);
  }

  /**
   * Imports the pack in `folder`. One office that cannot be read does not stop the others. Killed half-way it leaves nothing
   * half-merged, and the next import goes on; the same pack again changes nothing.
   * Throws `PACK_INVALID` before anything is written, `CONFLICT` where another import is under way or the index holds another city.
   */
  async importPack(folder: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    const pack = await openPack(folder, options.filesFolder);
    checkOffices(
      pack.manifest,
      this.parts.offices.map(({ front }) => front.department),
    );
    return this.parts.lock.hold(null, () => this.#import(pack, options.onProgress ?? (() => undefined)));
  }

  async #import(pack: CityPack, report: Report): Promise<ImportOutcome> {
    await this.parts.runs.failAbandoned(null, this.parts.clock.now());
    const journey = await setOut(pack, report, this.parts);
    const { run, end } = await this.#cityItself(journey);
    const runs = [run];
    for (const office of pack.manifest.offices) runs.push(await this.#office(journey, office.key, end));
    const failed = new Set(runs.filter((one) => one.failure !== null).map((one) => one.department));
    const changed = await this.#merge(journey, { ...end, failed });
    return { runs, changed: run.changed + changed };
  }

  async #cityItself(journey: Journey): Promise<{ readonly run: RunOutcome; readonly end: CityIntakeEnd }> {
    const { pack, register, taking } = journey;
    const {
      bounds: [minX, minY, maxX, maxY],
    } = pack.manifest.city;
    const { elements, units, categoryLinks, clocks, catalogue } = this.parts.writers;
    const writers = { register: this.parts.register, elements, units, categoryLinks, clocks, catalogue };
    const plane = planeAround({ minX, minY, maxX, maxY });
    let end: CityIntakeEnd | null = null;
    const run = await this.#desk.run({ department: null, pack: pack.name }, async ({ id, freshTally }) => {
      end = await this.parts.index.transaction(async (sql) => {
        const stamp = { runId: id, today: register.today, now: this.parts.clock.now() };
        const intake = new CityIntake({ ...journey, register: register.emptied(), plane, writers }, sql, stamp, await freshTally());
        return intake.run((office) => taking.get(office)!.front.department.code);
      });
      return end.changed;
    });
    journey.report({ stage: 'city', done: run.read, total: run.read });
    return { run, end: end! };
  }

  async #office(journey: Journey, key: string, city: CityIntakeEnd): Promise<RunOutcome> {
    const { front, writer } = journey.taking.get(key)!;
    const about = { department: front.department.code, pack: journey.pack.name };
    let runId = '';
    try {
      return await this.#desk.run(about, async ({ id, freshTally }) => {
        runId = id;
        return front.transaction(async (sql) => {
          const tally = await freshTally();
          const stamp = { runId: id, today: journey.register.today, now: this.parts.clock.now() };
          const office = journey.pack.manifest.offices.find((candidate) => candidate.key === key)!;
          const intake = new OfficeIntake(
            { ...journey, office, department: front.department, sealer: front.seal.sealer, allElements: city.allElements, writer },
            sql,
            stamp,
            tally,
          );
          const changed = await intake.run();
          // The register is not this transaction's; that an id stays home is true whether it commits or not.
          await tally.flush();
          await this.parts.runs.forgetValues(front.department.code, [...intake.keptHome]);
          // An index that was made anew has never seen what this front database may already hold.
          if (!(await this.parts.runs.hasApplied(front.department.code))) await writer.feedAnew(sql, stamp);
          if (changed >= manyChanges) await writer.refreshStatistics(sql);
          return changed;
        });
      });
    } catch (thrown) {
      const failure = asCityError(thrown);
      this.parts.log.warn(
        { department: front.department.code, code: failure.code, id: failure.id, cause: failure.cause },
        'an office could not be imported',
      );
      return failedRun(front.department.code, runId, failure.message);
    }
  }

  /** Takes every office's feed into the index: all units, then what is placed on them. */
  async #merge(journey: Journey, end: CityIntakeEnd & { readonly failed: ReadonlySet<DepartmentCode | null> }): Promise<number> {
    // An office that could not be imported may be away: its feed is followed when it is back.
    const fronts = journey.pack.manifest.offices
      .map((office) => journey.taking.get(office.key)!.front)
      .filter(({ department }) => !end.failed.has(department.code));
    const own: Changes = { ...changedRecords(end.changedUnits.length), units: end.changedUnits, divisions: end.changedDivisions };
    let merged = noChanges;
    for (const front of fronts) merged = bothChanges(merged, await drainFeed(this.parts, { front, kind: 'UNIT', report: journey.report }));
    merged = bothChanges(merged, await this.#lineage(journey));
    await this.parts.steps.afterUnits(bothChanges(own, merged));
    merged = bothChanges(merged, changedRecords(await this.#organisationElements(end.organisations, journey.register)));
    for (const kind of feedKinds.slice(1)) {
      for (const front of fronts) merged = bothChanges(merged, await drainFeed(this.parts, { front, kind, report: journey.report }));
      if (kind === 'ELEMENT') await this.parts.steps.afterElements(bothChanges(own, merged));
    }
    for (const front of fronts) await this.parts.runs.noteCaughtUp(front.department.code, this.parts.clock.now());
    return merged.records;
  }

  /** What became of units is told of units that are there: it is read when all of them have come. A run of its own counts its rows. */
  async #lineage({ pack, register, idRules }: Journey): Promise<Changes> {
    if (pack.manifest.lineage.length === 0) return noChanges;
    const { units, lineage } = this.parts.writers;
    const writers = { register: this.parts.register, units, lineage };
    let changes = noChanges;
    await this.#desk.run({ department: null, pack: pack.name }, async ({ id, freshTally }) => {
      changes = await this.parts.index.transaction(async (sql) => {
        const stamp = { runId: id, today: register.today, now: this.parts.clock.now() };
        return new LineageIntake({ pack, idRules, writers }, sql, stamp, await freshTally()).run();
      });
      return changes.records;
    });
    return changes;
  }

  async #organisationElements(organisations: readonly OrganisationArrival[], register: CityRegister): Promise<number> {
    const placer = this.parts.steps.placer();
    // A code that two registers use names no keeper.
    const shown = organisations.filter(({ code, divisionCode }) => divisionCode !== null && register.organisation(code) !== 'AMBIGUOUS');
    const elements = shown.map((body) => organisationElement(body, placer));
    if (elements.length === 0) return 0;
    const { changed } = await this.parts.index.transaction((sql) => this.parts.writers.elements.applyElements(sql, elements));
    return changed;
  }
}
