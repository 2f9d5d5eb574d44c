import { posix } from 'node:path';

import { isThere, textOf } from './house/project.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}
interface Locked extends Manifest {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = <Shape>(path: string): Shape => JSON.parse(textOf(path)) as Shape;
const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

const manifests = ['package.json', 'bench/package.json'].filter(isThere);
const locks = ['package-lock.json', 'bench/package-lock.json'].filter(isThere);
const lockedOf = (lock: string): Readonly<Record<string, Locked>> => read<{ packages: Record<string, Locked> }>(lock).packages;

/** The folders that Node looks into from the package installed at `path`, nearest first. */
function lookups(path: string): readonly string[] {
  if (path === '') return ['node_modules'];
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1));
  return [`${path}/node_modules`, ...lookups(outer)];
}

/** Where Node would find `name` from the package installed at `path`, by the lock; undefined where it would not. */
const found = (locked: Readonly<Record<string, Locked>>, path: string, name: string): string | undefined =>
  lookups(path)
    .map((folder) => `${folder}/${name}`)
    .find((place) => locked[place]);

describe.each(manifests)('%s', (path) => {
  const manifest = read<Manifest>(path);

  it('names every package by one exact version', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies, ...manifest.overrides };
    const loose = Object.entries(all).filter(([, version]) => !exact.test(version) && !version.startsWith('$'));
    expect(loose).toEqual([]);
    expect(Object.keys(all).length).toBeGreaterThan(0);
  });
});

describe.each(locks)('%s', (path) => {
  const locked = lockedOf(path);

  it('was written for the package.json beside it', () => {
    const manifest = read<Manifest>(posix.join(posix.dirname(path), 'package.json'));
    const { dependencies, devDependencies, optionalDependencies } = locked[''] ?? {};
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
    });
  });

  it('has no holes: every package of every platform that another one asks for is in it', () => {
    const asked = Object.entries(locked).flatMap(([from, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).map((name) => ({ from, name })),
    );
    expect(asked.filter(({ from, name }) => found(locked, from, name) === undefined)).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('pins every package by its hash and names no mirror', () => {
    const packages = Object.entries(locked).filter(([name, entry]) => name !== '' && !entry.link);
    expect(packages.filter(([, entry]) => !entry.integrity).map(([name]) => name)).toEqual([]);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name)).toEqual([]);
  });
});

it('the lock check finds a hole', () => {
  const locked: Readonly<Record<string, Locked>> = {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', dependencies: { b: '1.0.0' }, optionalDependencies: { 'a-linux': '1.0.0', '@s/c': '1.0.0' } },
    'node_modules/a/node_modules/b': { version: '1.0.0', dependencies: { '@s/c': '1.0.0' } },
    'node_modules/@s/c': { version: '1.0.0' },
  };
  expect(found(locked, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
  expect(found(locked, 'node_modules/a/node_modules/b', '@s/c')).toBe('node_modules/@s/c');
  expect(found(locked, 'node_modules/a', '@s/c')).toBe('node_modules/@s/c');
  expect(found(locked, 'node_modules/a', 'a-linux')).toBeUndefined();
  expect(found(locked, 'node_modules/@s/c', 'b')).toBeUndefined();
});
