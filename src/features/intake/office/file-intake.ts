import { asCityError, type ErrorCode } from '../../../kernel/city-error.js';
import { allElementsLayer } from '../../grids/index.js';
import type { OfficeFile } from '../files/open-office-file.js';
import type { FileProgress, RunFile, RunStamp, RunTotals } from '../ports.js';
import { Once } from '../rows/once.js';
import type { Tally } from '../rows/tally.js';
import { failedRun, type RunOutcome, type RunUnderWay } from '../runs/run-desk.js';
import { fileKeyOf } from './file-key.js';
import { type FilePlaces, knownUnits, type OfficeSetting } from './file-parts.js';
import { kindOf, type PlannedFile, type PlannedTable, type RowsPart } from './import-plan.js';
import { MatterRule } from './matter-rule.js';
import { countRule, elementRule, type PartRule, postRule, type RuleTerms } from './part-rules.js';
import { type RowsUnderWay, takeAtOnce, takeInChunks } from './take-rows.js';
import { takeUnits } from './take-units.js';

/** How one file ended. */
export interface FileOutcome extends RunOutcome {
  readonly file: string;
  /** Whether an earlier run had taken the very same file, and nothing has changed since; the counts are those of that run. */
  readonly unchanged: boolean;
  /** The code of what it failed by: tells whether the same file may be taken later. */
  readonly failureCode?: ErrorCode;
}

/** Changed records from which on a front's statistics are worth renewing. */
const manyChanges = 1_000;

/** What an earlier attempt at a file left. */
interface Begun {
  readonly runId: string;
  readonly totals: RunTotals;
  /** The table to go on with, and how many of its rows are taken. */
  readonly place: number;
  readonly rowsTaken: number;
}

/** Takes the files of one office into its front database, a run a file. */
export class FileIntake {
  #isFed: boolean;

  /** `isFed` says whether the index has seen what the front database holds; where not, all of it is put into the feed once more. */
  constructor(
    private readonly places: FilePlaces,
    private readonly setting: OfficeSetting,
    isFed: boolean,
  ) {
    this.#isFed = isFed;
  }

  /** Takes one file; answers one outcome a file, that of its boundaries after it. What fails is told, not thrown. */
  async take(planned: PlannedFile): Promise<readonly FileOutcome[]> {
    const companions: FileOutcome[] = [];
    const { department } = this.places.front;
    try {
      const keys = planned.tables.map((table) => fileKeyOf(table, department, this.setting.isWholeLayer));
      const known = await Promise.all(keys.map((key) => this.places.progress.find(this.places.front.sql, key)));
      if (this.#isFed && known.every((one) => one?.state === 'SETTLED')) return unchangedFiles(planned, department.code, known.at(-1)!);
      const begun = this.#isFed ? begunOf(known) : null;
      // Beside the rows that are counted, the size of a file would tell of those that stay home, and its hash is good for guesses.
      const file = this.#holdsSealed(planned) ? {} : { file: factsOf(planned.file) };
      const subject = { department: department.code, pack: planned.file.name, ...file, begun };
      const run = await this.places.desk.run(subject, (way) => this.#tables(planned, { way, keys, begun, companions }));
      return [{ ...run, file: planned.file.name, unchanged: false }, ...companions];
    } catch (thrown) {
      const { message, hint, code } = asCityError(thrown);
      const failed = failedRun(department.code, '', hint === undefined ? message : `${message} ${hint}`);
      return filesOf(planned).map(
        (file) => companions.find((one) => one.file === file.name) ?? { ...failed, file: file.name, unchanged: false, failureCode: code },
      );
    }
  }

  async #tables(
    { tables }: PlannedFile,
    { way, keys, begun, companions }: { way: RunUnderWay; keys: readonly string[]; begun: Begun | null; companions: FileOutcome[] },
  ): Promise<number> {
    const { front, progress, writer, clock } = this.places;
    const stamp = { runId: way.id, today: this.setting.register.today, now: clock.now() };
    let tally = await way.freshTally();
    if (!this.#isFed) await front.transaction((sql) => writer.feedAnew(sql, stamp));
    this.#isFed = true;
    for (const [place, table] of tables.entries()) {
      if (begun !== null && place < begun.place) continue;
      const taken = begun?.place === place ? begun.rowsTaken : 0;
      tally = await this.#table(table, { way, stamp, tally, taken, fileKey: keys[place]!, companions });
    }
    const { quarantined, changed } = tally.totals;
    // What is refused at home is counted nowhere, so that sealed matters are always read again; not only where some were, which would tell.
    const isSettled = quarantined === 0 && !this.#holdsSealed({ tables });
    await front.transaction((sql) => (isSettled ? progress.settle(sql, way.id) : progress.forget(sql, way.id)));
    if (changed >= manyChanges) await writer.refreshStatistics(front.sql);
    return changed;
  }

  #holdsSealed({ tables }: Pick<PlannedFile, 'tables'>): boolean {
    return this.places.front.department.sealsMatters && tables.some(({ part }) => part.rows === 'MATTERS');
  }

  async #table(table: PlannedTable, at: TableWay): Promise<Tally> {
    const { part } = table;
    if (part.rows === 'UNITS') return this.#units(table, part.layerKey, at);
    const { front, writer } = this.places;
    const hasUnit = await knownUnits(this.places, this.setting, allElementsLayer);
    const rules: RuleTerms = { department: front.department, register: this.setting.register, sealer: front.seal.sealer, writer, hasUnit };
    const rows = { table, fileKey: at.fileKey, kind: kindOf(part), run: at.way, stamp: at.stamp, tally: at.tally, taken: at.taken };
    return this.#rows(part, { ...rows, rules });
  }

  async #rows(part: Exclude<RowsPart, { readonly rows: 'UNITS' }>, way: RowsUnderWay & { readonly rules: RuleTerms }): Promise<Tally> {
    const take = <Accepted>(rule: PartRule<Accepted>): Promise<Tally> => takeInChunks(this.places, this.setting, { ...way, rule });
    const matters = (): MatterRule => new MatterRule(way.rules, way.stamp.now);
    switch (part.rows) {
      case 'ELEMENTS':
        return take(elementRule(way.rules, part.elementKind, new Once()));
      case 'COUNTS':
        return take(countRule(way.rules));
      case 'POSTS':
        return take(postRule(way.rules));
      case 'MATTERS':
        return way.rules.department.sealsMatters ? takeAtOnce(this.places, this.setting, { ...way, freshRule: matters }) : take(matters());
    }
  }

  async #units(table: PlannedTable, layerKey: string, at: TableWay): Promise<Tally> {
    const layer = this.setting.layers.find(({ key }) => key === layerKey)!;
    const units = { table, layer, fileKey: at.fileKey, run: at.way, stamp: at.stamp, tally: at.tally };
    const drawn = table.boundaries?.file;
    if (drawn === undefined) return takeUnits(this.places, this.setting, { ...units, boundaryRun: null });
    let tally = at.tally;
    const subject = { department: this.places.front.department.code, pack: drawn.name, file: factsOf(drawn) };
    const run = await this.places.desk.run(subject, async (boundaryRun) => {
      tally = await takeUnits(this.places, this.setting, { ...units, boundaryRun });
      return 0;
    });
    at.companions.push({ ...run, file: drawn.name, unchanged: false });
    return tally;
  }
}

interface TableWay {
  readonly way: RunUnderWay;
  readonly stamp: RunStamp;
  readonly tally: Tally;
  readonly taken: number;
  readonly fileKey: string;
  readonly companions: FileOutcome[];
}

/** Where a file is to be gone on with: after the tables that one run took, in the midst of the next. */
function begunOf(known: readonly (FileProgress | null)[]): Begun | null {
  const runId = known[0]?.runId;
  const open = known.findIndex((one) => one?.runId !== runId || one?.state !== 'TAKEN');
  const place = open < 0 ? known.length : open;
  const next = known[place];
  const isMidway = next?.runId === runId && next?.state === 'UNDER_WAY';
  const last = isMidway ? next : known[place - 1];
  if (runId === undefined || !last) return null;
  return { runId, totals: last.totals, place, rowsTaken: isMidway ? next.rowsTaken : 0 };
}

/** A file and the files of its layers' boundaries. */
function filesOf({ file, tables }: PlannedFile): readonly OfficeFile[] {
  return [file, ...tables.flatMap(({ boundaries }) => (boundaries ? [boundaries.file] : []))];
}

function unchangedFiles(planned: PlannedFile, department: string, { runId, totals }: FileProgress): readonly FileOutcome[] {
  const { accepted, quarantined, older, repaired } = totals;
  const counts = { read: accepted + quarantined, accepted, quarantined, older, repaired };
  const same = { runId, department, changed: 0, findings: [], refused: [], failure: null, unchanged: true };
  const none = { read: 0, accepted: 0, quarantined: 0, older: 0, repaired: 0 };
  const [first, ...boundaries] = filesOf(planned);
  return [{ ...same, ...counts, file: first!.name }, ...boundaries.map(({ name }) => ({ ...same, ...none, file: name }))];
}

function factsOf({ name, sha256, bytes, tables }: OfficeFile): RunFile {
  const [first] = tables;
  return { name, sha256, bytes, format: first!.file.format, encoding: first!.file.encoding ?? null };
}
