import { basename } from 'node:path';

import { filesOf } from './house/project.js';

const files = ['src', 'migrations', 'scripts', 'test', 'bench'].flatMap(filesOf).filter((file) => !file.includes('/fixtures/'));

/** Words that say nothing about what is inside. `data` and `info` may describe another word (`data-source`), never be the thing. */
const emptyWord = /(^|[-.])(utils?|helpers?|managers?|common|misc)([-.]|$)|(^|-)(data|info)(\.|$)/;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const isOurs = (file: string): boolean => /\.(ts|tsx|cjs|mjs|mts)$/.test(file);

describe('names of files', () => {
  it('say what is inside: no utils, helper, manager, common, data or info', () => {
    const nameless = files.filter((file) => file.split('/').some((part) => emptyWord.test(part)));
    expect(nameless).toEqual([]);
  });

  it('are kebab-case, as are those of folders', () => {
    const parts = files
      .filter(isOurs)
      .filter((file) => !file.split('/').every((part) => part.split('.').every((word) => kebab.test(word))));
    expect(parts).toEqual([]);
  });

  it('end with their role after a dot only where the house knows that role', () => {
    const roles = new Set([
      'table',
      'type',
      'input',
      'resolver',
      'loaders',
      'args',
      'connection',
      'connections',
      'enum',
      'enums',
      'test',
      'config',
      'd',
    ]);
    const strange = files.filter(isOurs).filter((file) =>
      basename(file)
        .split('.')
        .slice(1, -1)
        .some((role) => !roles.has(role)),
    );
    expect(strange).toEqual([]);
  });

  it.each(['utils.ts', 'grid-helper.ts', 'common', 'unit-data.ts', 'data.ts', 'string-utils.test.ts'])('would refuse %s', (name) => {
    expect(emptyWord.test(name)).toBe(true);
  });

  it.each(['data-sources.ts', 'informant.ts', 'commons-register.ts', 'utility-pole.ts'])('would let %s pass', (name) => {
    expect(emptyWord.test(name)).toBe(false);
  });
});
