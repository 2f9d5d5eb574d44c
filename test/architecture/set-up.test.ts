import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from './house/project.js';

interface Fingerprints {
  readonly filesUnder: (start: string, wanted?: (file: string) => boolean) => readonly string[];
  readonly fingerprint: (files: readonly string[]) => string;
}

const { filesUnder, fingerprint } = jest.requireActual<Fingerprints>('../../scripts/set-up/fingerprint.cjs');

describe('the fingerprint of sources', () => {
  let folder: string;
  const mark = (): string => fingerprint(filesUnder(folder));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sources-'));
    put('a.ts', 'one');
    put('b.ts', 'two');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stays while nothing changes, even when a file is written again', () => {
    const before = mark();
    put('a.ts', 'one');
    expect(mark()).toBe(before);
  });

  it.each([
    ['changed', () => put('a.ts', 'other')],
    ['added', () => put('c.ts', '')],
    ['removed', () => rmSync(join(folder, 'b.ts'))],
    ['cut elsewhere', () => (put('a.ts', 'onet'), put('b.ts', 'wo'))],
  ])('differs once a file is %s', (_, act) => {
    const before = mark();
    act();
    expect(mark()).not.toBe(before);
  });

  it('of a folder that is not there is that of no files', () => {
    expect(filesUnder(join(folder, 'absent'))).toEqual([]);
  });
});

describe('a Node that is too old', () => {
  const startOn = (version: string): { readonly status: number | null; readonly said: string } => {
    const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./scripts/set-up/node-version.cjs').requireNode();`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: projectRoot, encoding: 'utf8' });
    return { status, said: stderr };
  };

  it.each(['18.20.8', '20.18.3', '8.0.0'])('%s is told what to install, with exit code 3', (version) => {
    const { status, said } = startOn(version);
    expect(status).toBe(3);
    expect(said).toContain(`needs Node 20.19 or later; this is Node ${version}`);
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('%s passes', (version) => {
    expect(startOn(version)).toEqual({ status: 0, said: '' });
  });
});

describe('a command under npm', () => {
  const program = `
    require('./scripts/set-up/parent.cjs').followParent();
    process.on('SIGTERM', () => { console.log('told to stop'); process.exit(0); });
    setTimeout(() => { console.log('left alone'); process.exit(1); }, 20_000);
    console.log('ready');
  `;

  it('stops when the shell between npm and it dies, and is not left alone', async () => {
    const env = { ...process.env, npm_lifecycle_event: 'start', PROGRAM: program, NODE: process.execPath };
    // The command after it keeps the shell from becoming Node itself, as npm's does not.
    const shell = spawn('sh', ['-c', '"$NODE" -e "$PROGRAM"; true'], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    for await (const chunk of shell.stdout.setEncoding('utf8')) {
      lines.push(String(chunk).trim());
      if (lines.length === 1) shell.kill('SIGTERM');
    }
    expect(lines).toEqual(['ready', 'told to stop']);
  });
});

describe('a script', () => {
  it('names the benchmarks that exist when asked for one that does not', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/bench.cjs', 'no-such-bench'], { cwd: projectRoot, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^Unknown benchmark no-such-bench; there are: /) });
  });

  it('needs no package: all of set-up loads on a machine without node_modules', () => {
    const script =
      "const load = require('node:module')._load; require('node:module')._load = (name, ...rest) => { if (!/^(node:|\\.)/.test(name)) throw new Error('package ' + name); return load(name, ...rest); }; require('./scripts/set-up/index.cjs');";
    expect(execFileSync(process.execPath, ['-e', script], { cwd: projectRoot, encoding: 'utf8' })).toBe('');
  });
});
