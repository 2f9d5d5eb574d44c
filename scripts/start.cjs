#!/usr/bin/env node
// npm start: set-up where it is missing, then the server in this same process.
'use strict';
const { become, script, setUp } = require('./set-up/index.cjs');
const { inProject } = require('./set-up/project.cjs');

script(async () => {
  await setUp();
  become(inProject('dist/src/main.js'), ['serve', ...process.argv.slice(2)]);
});
