// The layers of the house, for dependency-cruiser; test/architecture/layers.test.ts runs it over src and makes every rule fire once.
// The tool refuses nested quantifiers as unsafe: each pattern stays plain, alternatives stand in arrays.
'use strict';

const packages = '(^|/)node_modules/';
const orm = `${packages}(typeorm|pg)/`;
const graphql = `${packages}(type-graphql|graphql|graphql-ws|graphql-sse|@apollo|dataloader)/`;

/** A rule named `name`: no file of `from` imports one of `to`; `comment` is what a violation prints. */
const deny = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    deny('no-circular', 'Two files that need each other are one idea, or one of them is in the wrong room.', {}, { circular: true }),
    deny(
      'kernel-stands-alone',
      'The kernel imports nothing but Node itself.',
      { path: '^src/kernel/' },
      { pathNot: '^src/kernel/', dependencyTypesNot: ['core'] },
    ),
    deny(
      'geometry-is-pure',
      'Geometry is functions over flat rings: no I/O, no package but exact predicates and a box index.',
      { path: '^src/geometry/' },
      { pathNot: ['^src/(geometry|kernel)/', `${packages}(robust-predicates|flatbush|flatqueue)/`] },
    ),
    deny(
      'platform-below-features',
      'The platform is what features stand on.',
      { path: '^src/(config|database|eventlog|graphql)/' },
      { path: '^src/(features|departments|gateway|web|cli|client|compose|composing|main)' },
    ),
    deny(
      'feature-core-is-plain',
      'Rules and records of a feature know no table and no schema; those live in its storage/ and graphql/.',
      { path: '^src/features/[^/]+/', pathNot: ['/storage/', '/graphql/', '/wiring\\.ts$'] },
      { path: [orm, graphql, '^src/(database|eventlog|graphql)/', '^src/features/[^/]+/(storage|graphql)/'] },
    ),
    deny(
      'storage-knows-no-graphql',
      'A store answers with records, whoever asks.',
      { path: '/storage/' },
      { path: [graphql, '^src/graphql/', '^src/features/[^/]+/graphql/'] },
    ),
    deny(
      'graphql-knows-no-storage',
      'Resolvers ask ports and loaders, never tables.',
      { path: ['^src/graphql/', '^src/features/[^/]+/graphql/'] },
      { path: [orm, '^src/database/', '/storage/'] },
    ),
    deny(
      'callers-never-see-everything',
      'What answers a caller reads by the scope of the caller; the scope that hides nothing is for the house’s own work.',
      { path: ['^src/(graphql|gateway|departments|web|cli)/', '^src/features/[^/]+/graphql/'] },
      { path: '^src/kernel/everything\\.ts$' },
    ),
    deny(
      'orm-stays-home',
      'typeorm and pg only in database/, eventlog/ and storage/.',
      { path: '^src/', pathNot: ['^src/(database|eventlog)/', '/storage/'] },
      { path: orm },
    ),
    deny(
      'overlay-engine-stays-home',
      'geos-wasm stands behind the OverlayEngine port.',
      { path: '^src/', pathNot: '^src/features/crosswalk/geos/' },
      { path: `${packages}geos-wasm/` },
    ),
    deny(
      'features-meet-at-the-door',
      'Another feature is its index.ts; for schema rooms, its graphql/index.ts.',
      { path: '^src/features/([^/]+)/' },
      {
        path: '^src/features/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$', '^src/features/[^/]+/graphql/index\\.ts$'],
      },
    ),
    deny(
      'outsiders-use-the-door',
      'A feature is entered by index.ts, wiring.ts or graphql/index.ts.',
      { path: '^src/', pathNot: '^src/features/' },
      { path: '^src/features/', pathNot: ['^src/features/[^/]+/(index|wiring)\\.ts$', '^src/features/[^/]+/graphql/index\\.ts$'] },
    ),
    deny(
      'never-your-own-door',
      'Inside a room one walks to the thing itself.',
      { path: '^src/features/([^/]+)/(?!index\\.ts$)' },
      { path: '^src/features/$1/index\\.ts$' },
    ),
    deny(
      'wiring-only-from-compose',
      'What is built of what is decided in one place.',
      { path: '^src/', pathNot: '^src/(compose\\.ts$|composing/)' },
      { path: '/wiring\\.ts$' },
    ),
    deny(
      'compose-is-the-root',
      'Only an entrance (main, a verb of the command line) builds the whole house.',
      { path: '^src/', pathNot: ['^src/(main|run|compose)\\.ts$', '^src/(cli|composing)/'] },
      { path: '^src/(compose\\.ts$|composing/)' },
    ),
    deny(
      'departments-are-strangers',
      'An office knows the contract, the platform and six doors; no other office.',
      { path: '^src/departments/([^/]+)/' },
      {
        path: '^src/',
        pathNot: [
          '^src/(kernel|geometry|database|graphql)/',
          '^src/departments/($1/|contract\\.ts$)',
          '^src/features/(grids|elements|matters|loop|clocks|intake)/(index|graphql/index)\\.ts$',
        ],
      },
    ),
    deny(
      'feature-schema-door-from-schema-rooms',
      'graphql/index.ts is for graphql/ folders, compose and the gateway.',
      { path: '^src/', pathNot: ['/graphql/', '^src/(compose|composing/|gateway/)'] },
      { path: '^src/features/[^/]+/graphql/index\\.ts$' },
    ),
    deny(
      'gateway-is-the-roof',
      'Nothing stands on the gateway.',
      { path: '^src/', pathNot: ['^src/gateway/', '^src/(compose\\.ts$|composing/)', '^src/main\\.ts$'] },
      { path: '^src/gateway/' },
    ),
    deny(
      'web-is-a-client',
      'Pages reach the city over HTTP only.',
      { path: '^src/web/' },
      { path: '^src/', pathNot: '^src/(web|client)/' },
    ),
    deny(
      'client-stands-alone',
      'The client is given to others: it brings nothing of the server.',
      { path: '^src/client/' },
      { path: '^src/', pathNot: '^src/client/' },
    ),
    deny('nobody-imports-the-web', 'Pages are served as built files.', { path: '^src/', pathNot: '^src/web/' }, { path: '^src/web/' }),
    deny(
      'src-never-sees-test',
      'What is shipped needs no test, script or benchmark.',
      { path: '^src/' },
      { path: '^(test|scripts|bench)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
