#!/usr/bin/env node
// npm run check: the fast gate. Prints a line a check, and the whole output of those that failed.
'use strict';
const os = require('node:os');
const { runNode } = require('./set-up/child.cjs');
const { script, setUp } = require('./set-up/index.cjs');
const { say, secondsSince } = require('./set-up/say.cjs');

// Longest first, so that the last one does not run alone.
const checks = [
  {
    name: 'lint',
    args: [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      '.cache/eslint',
    ],
  },
  {
    name: 'types',
    args: [
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.json',
      '--noEmit',
      '--pretty',
      'false',
      '--incremental',
      '--tsBuildInfoFile',
      '.cache/types.tsbuildinfo',
    ],
  },
  {
    name: 'types of the page graphiql',
    args: ['node_modules/typescript/bin/tsc', '-p', 'src/web/graphiql', '--noEmit', '--pretty', 'false'],
  },
  { name: 'types of the page start', args: ['node_modules/typescript/bin/tsc', '-p', 'src/web/start', '--noEmit', '--pretty', 'false'] },
  {
    name: 'layers and schema drift',
    args: [
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--selectProjects',
      'architecture',
      '--testPathIgnorePatterns',
      'architecture/lint.test',
    ],
  },
  {
    name: 'format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--log-level',
      'warn',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      '.cache/prettier',
    ],
  },
];

async function perform({ name, args }) {
  const start = Date.now();
  const { code, output } = await runNode(args);
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${secondsSince(start)})`);
  return { name, failed: code !== 0, output };
}

/** Performs all checks, as many side by side as there are cores to use. */
async function performAll() {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    while (waiting.length > 0) results.push(await perform(waiting.shift()));
  };
  await Promise.all(Array.from({ length: Math.min(3, Math.max(2, os.availableParallelism())) }, lane));
  return results;
}

script(async () => {
  await setUp({ build: false });
  const failures = (await performAll()).filter((result) => result.failed);
  for (const { name, output } of failures) say(`\n── ${name}\n${output.trimEnd()}`);
  if (failures.length === 0) return;
  say(`\n${failures.length} of ${checks.length} checks failed: ${failures.map((failure) => failure.name).join(', ')}.`);
  process.exitCode = 1;
});
