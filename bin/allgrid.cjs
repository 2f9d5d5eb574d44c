#!/usr/bin/env node
// npx allgrid <verb>: the command line, after the same set-up as npm start when run from a clone.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
// An image carries dist/ alone: nothing is there to build from.
const isClone = fs.existsSync(path.join(root, 'scripts/set-up/index.cjs')) && fs.existsSync(path.join(root, 'src'));
const verb = path.join(root, 'dist/src/cli/allgrid.js');

if (isClone) {
  const { become, script, setUp } = require('../scripts/set-up/index.cjs');
  script(async () => {
    await setUp();
    become(verb, process.argv.slice(2));
  });
} else {
  process.argv[1] = verb;
  require('node:module').runMain();
}
