// How TypeScript becomes JavaScript in tests: the same dialect as tsconfig.json, so that a test sees what production runs.
module.exports = {
  // No .swcrc is looked for: this table is the whole truth.
  swcrc: false,
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
