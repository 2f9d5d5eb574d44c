#!/usr/bin/env node
// npm run build: set-up alone.
'use strict';
const { script, setUp } = require('./set-up/index.cjs');

script(() => setUp());
