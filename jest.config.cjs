// One project a folder of test/. What a project needs beside code (a PostgreSQL cluster) it names itself:
// jest runs a set-up file once however many projects name it, so all of them share ONE cluster and `unit` waits for none.

process.env.SCALE ??= 'quick';
if (!['quick', 'full'].includes(process.env.SCALE)) {
  throw new Error(`SCALE: expected "quick" or "full", got ${JSON.stringify(process.env.SCALE)}.`);
}

/** Packages that publish ES modules only; jest runs CommonJS, so they are compiled like our own files. */
const esModulesOnly = ['@sparticuz/chromium', 'flatbush', 'flatqueue', 'geos-wasm', 'jose', 'robust-predicates'];

const cluster = {
  globalSetup: '<rootDir>/scripts/jest/global-setup.cjs',
  globalTeardown: '<rootDir>/scripts/jest/global-teardown.cjs',
};

/** Projects, fastest first; `true` where the tests need PostgreSQL. */
const projects = {
  unit: false,
  architecture: false,
  contract: true,
  database: true,
  gateway: true,
  abuse: true,
  browser: true,
  'real-city': true,
};

const project = (name, needsCluster) => ({
  // One for all: they compile alike, so that a file is compiled once and not once a project.
  id: 'allgrid',
  displayName: name,
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  // Imports are written with the ending that runs (`.js`); the file beside it is the `.ts` one.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', require('./scripts/jest/swc-options.cjs')] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  // Decorators of type-graphql ask for it; main.ts imports it first thing as well.
  setupFiles: ['reflect-metadata'],
  cacheDirectory: '<rootDir>/.cache/jest',
  ...(needsCluster ? cluster : {}),
});

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  projects: Object.entries(projects).map(([name, needsCluster]) => project(name, needsCluster)),
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/jest/sequencer.cjs',
  testTimeout: 60_000,
  // A worker that grew past this (a city model, a Chromium client) is renewed between two files.
  workerIdleMemoryLimit: '1GB',
};
