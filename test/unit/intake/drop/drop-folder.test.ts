import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { DropFolder, type ImportTaken } from '../../../../src/features/intake/index.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import { silentLog } from '../../../../src/kernel/log.js';
import { eventually } from '../../../support/eventlog/eventually.js';

const offices = ['petition', 'housing'];

describe('the drop folders of a city', () => {
  let folder: string;
  let imported: string[];
  let watching: DropFolder[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-drops-'));
    [imported, watching] = [[], []];
  });
  afterEach(async () => {
    await Promise.all(watching.map((drop) => drop.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  const taken: ImportTaken = async ({ office, paths }) => {
    const files = paths.map((path) => basename(path));
    imported.push(...files.map((file) => `${office}/${file}`));
    return { kind: 'ENDED', files: files.map((file) => ({ file, runId: '', read: 1, accepted: 1, quarantined: 0, failure: null })) };
  };
  const watch = (importTaken: ImportTaken = taken): DropFolder => {
    const refusedRows = async function* () {};
    const drop = new DropFolder({
      folder,
      offices,
      settleMs: 20,
      pollMs: 50,
      importTaken,
      refusedRows,
      clock: systemClock,
      log: silentLog,
    });
    watching.push(drop);
    drop.start();
    return drop;
  };
  const put = async (office: string, name: string): Promise<void> => {
    await mkdir(join(folder, office), { recursive: true });
    await writeFile(join(folder, office, name), 'local_id\n1\n');
  };
  const done = async (office: string): Promise<number> => (await readdir(join(folder, office, 'done')).catch(() => [])).length;

  test('A69: let two processes that watch them import each file once', async () => {
    watch();
    watch();
    const names = Array.from({ length: 20 }, (_, nth) => `part${nth}x.csv`);
    for (const name of names) await put('petition', name);
    await eventually('all are done', async () => (await done('petition')) === names.length);
    expect(imported.toSorted()).toEqual(names.map((name) => `petition/${name}`).toSorted());
  });

  test('let no office wait for the import of another', async () => {
    let end: () => void = () => undefined;
    const stuck: ImportTaken = (wish) =>
      wish.office === 'petition' ? new Promise((resolve) => (end = () => resolve({ kind: 'REFUSED', why: 'at last' }))) : taken(wish);
    const drop = watch(stuck);
    await put('petition', 'slow.csv');
    await put('housing', 'quick.csv');
    await eventually('the other office is served', async () => (await done('housing')) === 1);
    expect(imported).toEqual(['housing/quick.csv']);
    end();
    await eventually('the first one too', () => drop.figures.refused === 1);
  });

  test('stop with an import under way, which the next process goes on with', async () => {
    const waits: ImportTaken = ({ stop }) =>
      new Promise((resolve) => stop.addEventListener('abort', () => resolve({ kind: 'LATER', why: 'the platform stops' })));
    const drop = watch(waits);
    await put('petition', 'long.csv');
    await eventually('it is taken', async () => (await readdir(join(folder, 'petition', 'taken'))).length === 1);
    await drop.stop();
    expect(imported).toEqual([]);
    watch();
    await eventually('it is done', async () => (await done('petition')) === 1);
    expect(imported).toEqual(['petition/long.csv']);
  });
});
