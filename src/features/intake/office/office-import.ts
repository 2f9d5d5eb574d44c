import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { allElementsLayer } from '../../grids/index.js';
import type { TakingPart } from '../city/import-journey.js';
import { bothChanges, noChanges } from '../feed/changes.js';
import { drainFeed } from '../feed/drain-feed.js';
import type { FeedApplier } from '../feed/feed-applier.js';
import type { OfficeFileWish } from '../files/office-file-wish.js';
import { type OfficeFile, openOfficeFile } from '../files/open-office-file.js';
import type {
  ChangeFeed,
  CityRegisterWriter,
  Database,
  ImportLock,
  MergeSteps,
  OfficeFront,
  ProgressBook,
  RegisterRows,
  RunRegister,
} from '../ports.js';
import { feedKinds } from '../ports.js';
import { BoundaryRule } from '../row-rules/boundary.js';
import type { Report } from '../runs/progress.js';
import { RunDesk } from '../runs/run-desk.js';
import { FileIntake, type FileOutcome } from './file-intake.js';
import type { OfficeSetting } from './file-parts.js';
import { heldSisters } from './held-sisters.js';
import { planImport, type PlannedFile } from './import-plan.js';
import type { RegisterReader } from './register-reader.js';
import type { RingRepair } from './ring-repair.js';
import { rolledBack, unrecorded } from './trial.js';

/** What an {@link OfficeImport} works with. */
export interface OfficeImportParts {
  readonly index: Database;
  readonly offices: readonly TakingPart[];
  readonly registers: RegisterReader;
  readonly rows: RegisterRows;
  readonly register: Pick<CityRegisterWriter, 'currentUnits'>;
  readonly progress: ProgressBook;
  readonly runs: RunRegister;
  readonly lock: ImportLock;
  readonly feed: ChangeFeed;
  readonly applier: FeedApplier;
  readonly steps: MergeSteps;
  readonly repair: RingRepair;
  readonly clock: Clock;
  /** Rows of one transaction; 5,000 when left out. */
  readonly rowsAtOnce?: number;
}

/** Which files of which office are to be imported, and how. */
export interface OfficeImportWish {
  /** The office, by its key or its code. */
  readonly department: string;
  /** Paths of the files. */
  readonly files: readonly string[];
  /** What the files declare that they do not say themselves. */
  readonly declared?: OfficeFileWish;
  /** What the one table of each file holds, where its name does not tell: a name that `partNamed` knows. */
  readonly part?: string;
  /** Whether the file of a layer lists all of its units that stand, so that others have ended; not unless it is said. */
  readonly isWholeLayer?: boolean;
  /** Whether all rows are judged and nothing is written. */
  readonly isTrial?: boolean;
  readonly onProgress?: Report;
  /** Aborted where the import is to stop after what is under way; the next import of the same files goes on. */
  readonly stop?: AbortSignal;
}

/** What an import of files did. */
export interface OfficeImportOutcome {
  /** One a file, in the order in which they were taken. */
  readonly files: readonly FileOutcome[];
  /** Records that changed in the index. */
  readonly changed: number;
  /** Whether it was stopped before all was taken. */
  readonly isStopped: boolean;
}

/** Brings files of one office into its front database and from there into the index. */
export class OfficeImport {
  constructor(private readonly parts: OfficeImportParts) {}

  /**
   * Imports files of one office, units first. One that cannot be taken does not stop the others. Killed half-way, the next import of the
   * same files goes on with the rows that were not taken. Throws `BAD_USER_INPUT` before anything is written where the office or what a
   * file holds cannot be told, `CONFLICT` where another import of the office, or of the city, is under way, `UNAVAILABLE` without a city.
   */
  async importFiles(wish: OfficeImportWish): Promise<OfficeImportOutcome> {
    const office = this.#officeOf(wish.department);
    const { code } = office.front.department;
    const opened: OfficeFile[] = [];
    try {
      for (const path of wish.files) opened.push(await openOfficeFile(path, wish.declared));
      return await this.parts.lock.hold(code, async () => {
        const layers = (await this.parts.rows.layers(this.parts.index.sql)).filter(({ department }) => department === code);
        const plan = planImport(opened, { layers, part: wish.part ?? null });
        const setting = await this.#setOut(plan, layers, wish);
        return wish.isTrial === true ? this.#try(office, setting, plan) : this.#import(office, setting, plan);
      });
    } finally {
      for (const file of opened) await file.close();
    }
  }

  async #import(office: TakingPart, setting: OfficeSetting, plan: readonly PlannedFile[]): Promise<OfficeImportOutcome> {
    const { runs, clock } = this.parts;
    const { code } = office.front.department;
    await runs.failAbandoned(code, clock.now());
    const files = await this.#files(office, setting, { plan, runs, isFed: await runs.hasApplied(code) });
    if (setting.stop.aborted) return { files, changed: 0, isStopped: true };
    return { files, changed: await this.#merge(office.front, setting.report), isStopped: false };
  }

  /** Judges and writes in one transaction that is rolled back: what it answers is what the import would do. */
  async #try(office: TakingPart, setting: OfficeSetting, plan: readonly PlannedFile[]): Promise<OfficeImportOutcome> {
    const files = await rolledBack(office.front, (front) =>
      this.#files({ ...office, front }, setting, { plan, runs: unrecorded, isFed: true }),
    );
    return { files, changed: 0, isStopped: setting.stop.aborted };
  }

  async #files(
    { front, writer }: TakingPart,
    setting: OfficeSetting,
    { plan, runs, isFed }: { readonly plan: readonly PlannedFile[]; readonly runs: RunRegister; readonly isFed: boolean },
  ): Promise<readonly FileOutcome[]> {
    const { progress, clock } = this.parts;
    const places = { front, writer, progress, runs, desk: new RunDesk(runs, clock), clock, rowsAtOnce: this.parts.rowsAtOnce ?? 5_000 };
    const intake = new FileIntake(places, setting, isFed);
    const outcomes: FileOutcome[] = [];
    for (const file of plan) if (!setting.stop.aborted) outcomes.push(...(await intake.take(file)));
    return outcomes;
  }

  /** Takes the office's feed into the index: all units, then what is placed on them. */
  async #merge(front: OfficeFront, report: Report): Promise<number> {
    const { steps, runs, clock } = this.parts;
    let merged = noChanges;
    for (const kind of feedKinds) {
      const changes = await drainFeed(this.parts, { front, kind, report });
      merged = bothChanges(merged, changes);
      if (kind === 'UNIT' && changes.units.length > 0) await steps.afterUnits(merged);
      if (kind === 'ELEMENT') await steps.afterElements(merged);
    }
    await runs.noteCaughtUp(front.department.code, clock.now());
    return merged.records;
  }

  async #setOut(plan: readonly PlannedFile[], layers: OfficeSetting['layers'], wish: OfficeImportWish): Promise<OfficeSetting> {
    const { registers, rows, register: writer, index, offices, repair } = this.parts;
    const register = await registers.read();
    const read = plan.flatMap(({ tables }) => tables.flatMap(({ part }) => (part.rows === 'UNITS' ? [part.layerKey] : [])));
    let grids: Promise<ReadonlySet<string>> | null = null;
    return {
      register,
      layers,
      idRules: Object.assign({}, ...offices.map(({ front }) => front.department.idRules)) as OfficeSetting['idRules'],
      boundaries: new BoundaryRule(register.city.bounds, repair),
      sisters: await heldSisters({ sql: index.sql, rows, today: register.today }, read),
      allElements: () => (grids ??= writer.currentUnits(index.sql, allElementsLayer).then((units) => new Set(units.keys()))),
      isWholeLayer: wish.isWholeLayer ?? false,
      report: wish.onProgress ?? (() => undefined),
      stop: wish.stop ?? new AbortController().signal,
    };
  }

  #officeOf(name: string): TakingPart {
    const { offices } = this.parts;
    const found = offices.find(({ front: { department } }) => department.key === name || department.code === name);
    if (found) return found;
    throw unknownOffice(
      name,
      offices.map(({ front }) => front.department.key),
    );
  }
}

function unknownOffice(name: DepartmentCode, known: readonly string[]): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected one of the offices ${known.join(', ')}, got ${JSON.stringify(name)}.`,
    messageZh: `部门应为 ${known.join('、')} 之一，收到 ${JSON.stringify(name)}。`,
    hint: 'Name the office by its key.',
    details: { known },
  });
}
