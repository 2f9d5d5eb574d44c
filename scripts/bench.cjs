#!/usr/bin/env node
// npm run bench -- [NAME …]: each benchmark of bench/ in a process of its own, one after another.
'use strict';
const fs = require('node:fs');
const { spawnSync } = require('node:child_process');
const { SetUpError, script, setUp } = require('./set-up/index.cjs');
const { install } = require('./set-up/install.cjs');
const { inProject } = require('./set-up/project.cjs');
const { say } = require('./set-up/say.cjs');

/** The benchmarks that exist: one TypeScript file each, directly in bench/. */
function known() {
  const names = fs.existsSync(inProject('bench')) ? fs.readdirSync(inProject('bench')) : [];
  return names.filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -'.ts'.length));
}

/** The benchmarks asked for, all where none is named; a wrong name is a usage error. */
function chosen(names) {
  const unknown = names.filter((name) => !known().includes(name));
  if (unknown.length > 0)
    throw new SetUpError(`Unknown benchmark ${unknown.join(', ')}; there are: ${known().join(', ') || 'none yet'}.`, 2);
  return names.length > 0 ? names : known();
}

script(async () => {
  const names = chosen(process.argv.slice(2).filter((argument) => !argument.startsWith('-')));
  const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
  await setUp();
  // The peers to compare with are the bench's own affair: `npm ci` of the project brings none.
  if (fs.existsSync(inProject('bench/package.json'))) await install(inProject('bench'));
  fs.mkdirSync(inProject('bench/results'), { recursive: true });
  for (const name of names) {
    say(`— ${name}`);
    const { status } = spawnSync(process.execPath, [inProject('dist/bench', `${name}.js`), ...flags], {
      stdio: 'inherit',
      cwd: inProject(),
    });
    if (status !== 0) process.exitCode = 1;
  }
});
