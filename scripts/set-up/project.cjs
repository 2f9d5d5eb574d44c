'use strict';
const path = require('node:path');

/** The folder that holds package.json. */
exports.root = path.resolve(__dirname, '../..');

/** An absolute path inside the project. */
exports.inProject = (...parts) => path.join(exports.root, ...parts);
