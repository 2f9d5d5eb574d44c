import { statSync } from 'node:fs';
import { join } from 'node:path';

import { filesOf, projectRoot, textOf } from './house/project.js';

/** The commands of a shell script, comments and blank lines left out. */
const commandsOf = (script: string): readonly string[] =>
  script
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

const isInstalling = (command: string): boolean => /\bnpm (ci|i|install|add)\b|\bnpx\b|\b(curl|wget|yarn|pnpm|pip)\b/.test(command);
const mayFail = (command: string): boolean => /\|\|/.test(command);

describe('.ci/run', () => {
  const commands = commandsOf(textOf('.ci/run'));

  it('can be started', () => {
    expect(statSync(join(projectRoot, '.ci/run')).mode & 0o111).not.toBe(0);
  });

  it('ends with the command that the README tells newcomers', () => {
    expect(commands.at(-1)).toBe('npm test');
  });

  it('hides no missing install step: it installs no package by itself', () => {
    expect(commands.filter(isInstalling)).toEqual([]);
  });

  it('goes on where an optional Debian tool cannot be had', () => {
    expect(commands.filter((command) => /\bapt(-get)?\b/.test(command) && !mayFail(command))).toEqual([]);
  });
});

describe('offices', () => {
  const offices = [
    ...new Set(
      filesOf('src/departments')
        .map((file) => file.split('/'))
        .filter((parts) => parts.length > 3)
        .map((parts) => parts[2]!),
    ),
  ];

  it.each(offices.length > 0 ? offices : [])('%s has a folder of migrations of its own', (office) => {
    expect(filesOf(`migrations/${office}`).filter((file) => /\/\d{13}-[a-z-]+\.ts$/.test(file))).not.toEqual([]);
  });

  it('have no migrations without an office', () => {
    const folders = new Set(
      filesOf('migrations')
        .map((file) => file.split('/'))
        .filter((parts) => parts.length > 2)
        .map((parts) => parts[1]!),
    );
    expect([...folders].filter((folder) => !['city-index', 'front', ...offices].includes(folder))).toEqual([]);
  });
});
