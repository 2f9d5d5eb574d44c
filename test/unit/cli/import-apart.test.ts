import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endOf, importApart } from '../../../src/cli/import-apart.js';
import { testConfig } from '../../support/city/test-config.js';
import { eventually } from '../../support/eventlog/eventually.js';

const file = { file: '事项.csv', runId: 'r', read: 2, accepted: 1, quarantined: 1, failure: null };

describe('an import in a process of its own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-apart-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs a program of the test's own in place of allgrid. */
  const importing = async (program: string, stop = new AbortController()) => {
    const path = join(folder, 'program.js');
    await writeFile(path, program);
    return importApart(testConfig({ DATABASE_URL: 'postgres://a:b@localhost/c' }), [path])({
      office: 'petition',
      paths: ['/a b/事项.csv'],
      stop: stop.signal,
    });
  };

  test('is told office and files, works on the same databases and comes after the server', async () => {
    const told = join(folder, 'told.json');
    const program = `const os = require('os'), fs = require('fs');
      setTimeout(() => {
        fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify([process.argv.slice(2), process.env.DATABASE_URL, os.getPriority()]));
        console.log('{"stage":"事项.csv","done":1,"total":null}');
        console.log(${JSON.stringify(JSON.stringify({ files: [file], changed: 1, isStopped: false }))});
        process.exitCode = 1;
      }, 50);`;
    expect(await importing(program)).toEqual({ kind: 'ENDED', files: [file] });
    const [words, url, priority] = JSON.parse(await readFile(told, 'utf8')) as [string[], string, number];
    expect(words).toEqual(['import', '--office', 'petition', '--json', '/a b/事项.csv']);
    expect(url).toBe('postgres://a:b@localhost/c');
    expect(priority).toBeGreaterThan(0);
  });

  test('is ended by a stop, and its files are for later', async () => {
    const stop = new AbortController();
    const started = join(folder, 'started');
    const program = `require('fs').writeFileSync(${JSON.stringify(started)}, ''); process.on('SIGTERM', () => process.exit(1)); setInterval(() => {}, 1000);`;
    const ending = importing(program, stop);
    await eventually('it runs', () =>
      readFile(started).then(
        () => true,
        () => false,
      ),
    );
    stop.abort();
    expect(await ending).toMatchObject({ kind: 'LATER' });
  });

  test('leaves a file for later whose office’s database was away, and no other that failed', () => {
    const failed = { ...file, failure: 'it failed' };
    const ended = (failureCode: 'UNAVAILABLE' | 'PACK_INVALID') =>
      endOf({ code: 1, said: '', files: [file, { ...failed, failureCode }], isStopped: false }).kind;
    expect([ended('UNAVAILABLE'), ended('PACK_INVALID')]).toEqual(['LATER', 'ENDED']);
  });

  test.each([
    [
      'a name that tells nothing',
      { code: 2, said: 'BAD_USER_INPUT: expected a part.\nName it.\n' },
      { kind: 'REFUSED', why: 'BAD_USER_INPUT: expected a part. Name it.' },
    ],
    ['another import under way', { code: 2, said: 'CONFLICT: another one.\n' }, { kind: 'LATER', why: 'CONFLICT: another one.' }],
    ['a database that is away', { code: 3, said: 'UNAVAILABLE: no answer.\n' }, { kind: 'LATER', why: 'UNAVAILABLE: no answer.' }],
    ['a kill', { code: null, said: '' }, { kind: 'LATER', why: 'the import ended with a signal' }],
    ['an end without a word', { code: 0, said: '' }, { kind: 'LATER', why: 'the import ended with 0' }],
  ] as const)('tells what %s means for its files', (_what, end, meant) => {
    expect(endOf({ ...end, files: null, isStopped: false })).toEqual(meant);
  });
});
