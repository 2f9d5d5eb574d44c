import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { DroppedFileEnd, ImportEnd } from '../../../../src/features/intake/drop/import-taken.js';
import { OfficeDrop } from '../../../../src/features/intake/drop/office-drop.js';
import type { HeldRow } from '../../../../src/features/intake/index.js';
import { silentLog } from '../../../../src/kernel/log.js';
import { eventually } from '../../../support/eventlog/eventually.js';

const good = (file: string, parts: Partial<DroppedFileEnd> = {}): DroppedFileEnd => ({
  ...{ file, runId: 'run-1', read: 2, accepted: 2, quarantined: 0, failure: null },
  ...parts,
});
const aRow: HeldRow = {
  ...{ id: '1', runId: 'run-1', department: 'PETITION', file: '事项.csv', rowNumber: 2, field: '状态', value: '=1+1' },
  ...{ rule: 'BAD_USER_INPUT: expected a state', remedy: 'Correct the cell.', clearedAt: null, clearedBy: null },
  quarantinedAt: new Date(0),
};

/** A drop folder whose importer answers as a test says, at a time of the test's own. */
class Dropped {
  now = Date.parse('2026-03-01T04:00:00Z');
  readonly imported: string[][] = [];
  readonly warned: string[] = [];
  readonly figures = { done: 0, refused: 0, waiting: 0 };
  readonly stop = new AbortController();
  answer: (paths: readonly string[]) => Promise<ImportEnd> | ImportEnd = (paths) => ({
    kind: 'ENDED',
    files: paths.map((path) => good(basename(path))),
  });
  readonly drop: OfficeDrop;

  constructor(readonly folder: string) {
    this.drop = new OfficeDrop({
      office: 'petition',
      folder,
      settleMs: 3_000,
      figures: this.figures,
      clock: { now: () => new Date(this.now) },
      log: { ...silentLog, warn: (fields: object) => void this.warned.push(JSON.stringify(fields)) },
      refusedRows: async function* () {
        yield [aRow];
      },
      importTaken: async ({ paths }) => {
        this.imported.push(paths.map((path) => basename(path)));
        return this.answer(paths);
      },
    });
  }

  /** Looks, waits as long as a file must stand still, and looks again. */
  async looks(): Promise<void> {
    await this.drop.round(this.stop.signal);
    this.now += 3_000;
    await this.drop.round(this.stop.signal);
  }

  put(name: string, text = 'local_id\n1\n'): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }

  /** What lies in a folder below, the time and chance before each name taken away. */
  async in(folder: 'done' | 'refused' | 'taken'): Promise<readonly string[]> {
    const names = await readdir(join(this.folder, folder)).catch(() => []);
    return names.map((name) => name.replace(/^\w+-[0-9a-f]{4}-/, '')).sort();
  }

  async here(): Promise<readonly string[]> {
    return (await readdir(this.folder)).filter((name) => !['done', 'refused', 'taken'].includes(name)).sort();
  }
}

describe('a drop folder of an office', () => {
  let folder: string;
  let dropped: Dropped;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-drop-'));
    dropped = new Dropped(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('has a whole file imported once, and puts it away without a report', async () => {
    await dropped.put('事项.csv');
    await dropped.looks();
    await dropped.looks();
    expect(dropped.imported).toEqual([['事项.csv']]);
    expect([await dropped.here(), await dropped.in('done'), await dropped.in('taken')]).toEqual([[], ['事项.csv'], []]);
    expect(dropped.figures).toEqual({ done: 1, refused: 0, waiting: 0 });
  });

  test('tells refused rows in a report beside the file, which computes nothing', async () => {
    dropped.answer = (paths) => ({ kind: 'ENDED', files: paths.map((path) => good(basename(path), { accepted: 1, quarantined: 1 })) });
    await dropped.put('事项.csv');
    await dropped.looks();
    expect(await dropped.in('done')).toEqual(['事项.csv', '事项.csv.report.csv']);
    const [report] = (await readdir(join(folder, 'done'))).filter((name) => name.endsWith('.report.csv'));
    const text = await readFile(join(folder, 'done', report!), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain("2,状态,'=1+1,BAD_USER_INPUT: expected a state,Correct the cell.");
  });

  test('puts a file that cannot be taken apart, with the reason beside it', async () => {
    dropped.answer = () => ({ kind: 'REFUSED', why: 'BAD_USER_INPUT: expected a name that tells what it holds.' });
    await dropped.put('whatever.csv');
    await dropped.looks();
    expect(await dropped.in('refused')).toEqual(['whatever.csv', 'whatever.csv.report.csv']);
    expect(dropped.figures.refused).toBe(1);
  });

  test('A69: takes nothing that is still written to', async () => {
    await dropped.put('事项.csv');
    await dropped.drop.round(dropped.stop.signal);
    for (let nth = 0; nth < 3; nth += 1) {
      dropped.now += 3_000;
      await appendFile(join(folder, '事项.csv'), '2\n');
      expect(await dropped.drop.round(dropped.stop.signal)).toBe(true);
    }
    await dropped.put('posts.csv.part');
    expect(dropped.imported).toEqual([]);
    dropped.now += 3_000;
    await dropped.drop.round(dropped.stop.signal);
    expect(dropped.imported).toEqual([['事项.csv']]);
    expect(await dropped.here()).toEqual(['posts.csv.part']);
  });

  test('A69: takes a file at once that a mark beside it calls whole, and the mark with it', async () => {
    await dropped.put('事项.csv');
    await dropped.put('事项.csv.done', '');
    await dropped.drop.round(dropped.stop.signal);
    expect(dropped.imported).toEqual([['事项.csv']]);
    expect(await dropped.here()).toEqual([]);
  });

  test('A69: takes a file again that was written to while it was read', async () => {
    dropped.answer = async (paths) => {
      if (dropped.imported.length === 1) await appendFile(paths[0]!, '2\n');
      return { kind: 'ENDED', files: [good('事项.csv')] };
    };
    await dropped.put('事项.csv');
    await dropped.looks();
    expect([await dropped.here(), await dropped.in('done')]).toEqual([['事项.csv'], []]);
    await dropped.looks();
    expect(dropped.imported).toHaveLength(2);
    expect(await dropped.in('done')).toEqual(['事项.csv']);
  });

  test('A69: lets a newer file of the same name stand that came while the older one changed', async () => {
    dropped.answer = async (paths) => {
      if (dropped.imported.length > 1) return { kind: 'ENDED', files: [good('事项.csv')] };
      await appendFile(paths[0]!, '2\n');
      await dropped.put('事项.csv', 'local_id\n3\n');
      return { kind: 'ENDED', files: [good('事项.csv')] };
    };
    await dropped.put('事项.csv');
    await dropped.looks();
    expect(await dropped.in('refused')).toEqual(['事项.csv', '事项.csv.report.csv']);
    expect(await readFile(join(folder, '事项.csv'), 'utf8')).toBe('local_id\n3\n');
  });

  test('A69: leaves an empty file, a link and a folder where they are, and tells of each once', async () => {
    await dropped.put('empty.csv', '');
    await symlink('/etc/hostname', join(folder, 'link.csv'));
    await mkdir(join(folder, 'folder.csv'));
    await dropped.looks();
    await writeFile(join(folder, 'folder.csv', 'more'), '');
    await dropped.looks();
    await dropped.looks();
    expect(await dropped.here()).toEqual(['empty.csv', 'folder.csv', 'link.csv']);
    expect(await dropped.in('refused')).toEqual(['empty.csv.report.csv', 'folder.csv.report.csv', 'link.csv.report.csv']);
    expect(dropped.warned).toHaveLength(3);
    expect(dropped.imported).toEqual([]);
  });

  test('A69: minds no file that disappears while it is looked at or read', async () => {
    await dropped.put('gone.csv');
    await dropped.drop.round(dropped.stop.signal);
    await unlink(join(folder, 'gone.csv'));
    dropped.answer = async (paths) => {
      await unlink(paths[0]!);
      return { kind: 'ENDED', files: [good('posts.csv')] };
    };
    await dropped.put('posts.csv');
    await dropped.looks();
    expect([await dropped.here(), await dropped.in('taken'), await dropped.in('done')]).toEqual([[], [], []]);
  });

  test('A69: tells once of a folder in which nothing can be moved, and goes on when it can', async () => {
    await writeFile(join(folder, 'taken'), 'no folder');
    await dropped.put('事项.csv');
    await dropped.looks();
    await dropped.looks();
    expect(dropped.warned).toHaveLength(1);
    await rm(join(folder, 'taken'));
    await dropped.looks();
    expect(dropped.imported).toEqual([['事项.csv']]);
  });

  test('tries again, later and later, what cannot be imported now, while others are taken', async () => {
    const busy = new Set(['事项.csv']);
    dropped.answer = (paths) =>
      busy.has(basename(paths[0]!))
        ? { kind: 'LATER', why: 'CONFLICT' }
        : { kind: 'ENDED', files: paths.map((path) => good(basename(path))) };
    await dropped.put('事项.csv');
    await dropped.put('posts.csv');
    await dropped.looks();
    expect(dropped.figures).toEqual({ done: 1, refused: 0, waiting: 1 });
    const triesAfter = async (ms: number): Promise<number> => {
      dropped.now += ms;
      await dropped.drop.round(dropped.stop.signal);
      return dropped.imported.filter(([name]) => name === '事项.csv').length;
    };
    expect([await triesAfter(4_900), await triesAfter(200), await triesAfter(9_800), await triesAfter(300)]).toEqual([1, 2, 2, 3]);
    busy.clear();
    expect(await triesAfter(60_000)).toBe(4);
    expect(dropped.figures).toEqual({ done: 2, refused: 0, waiting: 0 });
  });

  test('reads the rows of a layer and its boundaries together', async () => {
    await dropped.put('单元网格.csv');
    await dropped.put('单元网格边界.geojson');
    await dropped.put('posts.csv');
    await dropped.looks();
    expect(dropped.imported).toEqual([['posts.csv'], ['单元网格.csv', '单元网格边界.geojson']]);
  });

  test('hands what it had taken on to the next process when it stops, as a process that was killed does', async () => {
    dropped.answer = () => {
      dropped.stop.abort();
      return { kind: 'LATER', why: 'the platform stops' };
    };
    await dropped.put('事项.csv');
    await dropped.looks();
    const next = new Dropped(folder);
    await next.drop.round(next.stop.signal);
    expect([next.imported, await next.in('done')]).toEqual([[['事项.csv']], ['事项.csv']]);
    // A process of this machine that is gone: no process has this number.
    await mkdir(join(folder, 'taken', 'held'));
    await writeFile(join(folder, 'taken', 'held', 'posts.csv'), 'x');
    await rename(join(folder, 'taken', 'held'), join(folder, 'taken', `${hostname()}~4194305~x`));
    await next.drop.round(next.stop.signal);
    expect(next.imported).toEqual([['事项.csv'], ['posts.csv']]);
  });

  test('leaves alone what another process holds', async () => {
    const other = new Dropped(folder);
    let end: (answer: ImportEnd) => void = () => undefined;
    other.answer = () => new Promise((resolve) => (end = resolve));
    await dropped.put('事项.csv');
    await other.drop.round(other.stop.signal);
    other.now += 3_000;
    const working = other.drop.round(other.stop.signal);
    await eventually('the other has taken it', () => other.imported.length === 1);
    await dropped.looks();
    end({ kind: 'ENDED', files: [good('事项.csv')] });
    await working;
    expect([dropped.imported, other.imported]).toEqual([[], [['事项.csv']]]);
  });
});
