#!/usr/bin/env node
// npm test: set-up, then every test of every project; `--full` at the counts that the issues name. Other arguments go to jest.
'use strict';
const { become, script, setUp } = require('./set-up/index.cjs');
const { inProject } = require('./set-up/project.cjs');

const given = process.argv.slice(2);

script(async () => {
  await setUp();
  process.env.SCALE = given.includes('--full') ? 'full' : (process.env.SCALE ?? 'quick');
  process.env.NODE_ENV = 'test';
  // --ci: a missing snapshot is a failure, not a file that writes itself.
  become(inProject('node_modules/jest/bin/jest.js'), ['--ci', ...given.filter((argument) => argument !== '--full')]);
});
