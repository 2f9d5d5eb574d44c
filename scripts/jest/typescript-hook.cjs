// Jest loads its global set-up by plain `require`, past moduleNameMapper. This lets that one process require TypeScript
// whose imports end in `.js`; test files never pass here.
const Module = require('node:module');
const fs = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const swcOptions = require('./swc-options.cjs');

const project = path.resolve(__dirname, '../..') + path.sep;
const resolveFilename = Module._resolveFilename;

/** The `.ts` file that a relative `.js` import of ours means, or undefined. */
function typescriptTwin(request, parent) {
  if (!/^\.{1,2}\/.*\.js$/.test(request) || !parent?.filename?.startsWith(project)) return undefined;
  const twin = path.resolve(path.dirname(parent.filename), request.replace(/\.js$/, '.ts'));
  return fs.existsSync(twin) ? twin : undefined;
}

Module._resolveFilename = function (request, parent, ...rest) {
  return typescriptTwin(request, parent) ?? resolveFilename.call(this, request, parent, ...rest);
};

require.extensions['.ts'] = (module, filename) => {
  const source = fs.readFileSync(filename, 'utf8');
  module._compile(transformSync(source, { ...swcOptions, filename }).code, filename);
};
