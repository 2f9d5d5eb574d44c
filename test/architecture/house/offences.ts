/** An import `[from, to]`; `to` is a file of the tree or the name of a package. */
export type Import = readonly [from: string, to: string];

/** For each rule, imports that break it: the proof that it can fire. */
export const offences: Readonly<Record<string, readonly Import[]>> = {
  'no-circular': [['src/geometry/egg.ts', 'src/geometry/hen.ts']],
  'kernel-stands-alone': [
    ['src/kernel/climber.ts', 'src/geometry/area.ts'],
    ['src/kernel/shopper.ts', 'flatbush'],
  ],
  'geometry-is-pure': [
    ['src/geometry/reader.ts', 'node:fs'],
    ['src/geometry/engine.ts', 'geos-wasm'],
    ['src/geometry/climber.ts', 'src/config/config.ts'],
  ],
  'platform-below-features': [
    ['src/database/climber.ts', 'src/features/grids/index.ts'],
    ['src/eventlog/climber.ts', 'src/compose.ts'],
  ],
  'feature-core-is-plain': [
    ['src/features/grids/row.ts', 'typeorm'],
    ['src/features/grids/type.ts', 'type-graphql'],
    ['src/features/grids/session.ts', 'src/database/session.ts'],
    ['src/features/grids/store-user.ts', 'src/features/grids/storage/grid-store.ts'],
    ['src/features/intake/city-pack/row.ts', 'pg'],
  ],
  'storage-knows-no-graphql': [
    ['src/features/grids/storage/resolver.ts', 'graphql'],
    ['src/departments/petition/storage/resolver.ts', 'src/graphql/context.ts'],
  ],
  'graphql-knows-no-storage': [
    ['src/features/grids/graphql/query.ts', 'typeorm'],
    ['src/features/grids/graphql/reader.ts', 'src/features/grids/storage/grid-store.ts'],
    ['src/graphql/session.ts', 'src/database/session.ts'],
  ],
  'callers-never-see-everything': [
    ['src/features/matters/graphql/burglar.ts', 'src/kernel/everything.ts'],
    ['src/gateway/burglar.ts', 'src/kernel/everything.ts'],
    ['src/departments/petition/graphql/burglar.ts', 'src/kernel/everything.ts'],
  ],
  'orm-stays-home': [
    ['src/gateway/row.ts', 'typeorm'],
    ['src/cli/row.ts', 'pg'],
    ['src/departments/petition/row.ts', 'typeorm'],
  ],
  'overlay-engine-stays-home': [
    ['src/features/crosswalk/overlay.ts', 'geos-wasm'],
    ['src/cli/overlay.ts', 'geos-wasm'],
  ],
  'features-meet-at-the-door': [['src/features/matters/burglar.ts', 'src/features/grids/grid.ts']],
  'outsiders-use-the-door': [
    ['src/gateway/burglar.ts', 'src/features/grids/grid.ts'],
    ['src/cli/burglar.ts', 'src/features/grids/storage/grid-store.ts'],
  ],
  'never-your-own-door': [['src/features/grids/dweller.ts', 'src/features/grids/index.ts']],
  'wiring-only-from-compose': [['src/gateway/builder.ts', 'src/features/grids/wiring.ts']],
  'compose-is-the-root': [['src/gateway/builder.ts', 'src/compose.ts']],
  'departments-are-strangers': [
    ['src/departments/petition/neighbour.ts', 'src/departments/housing/office.ts'],
    ['src/departments/petition/visitor.ts', 'src/features/crosswalk/index.ts'],
    ['src/departments/petition/burglar.ts', 'src/features/grids/grid.ts'],
    ['src/departments/petition/reader.ts', 'src/config/config.ts'],
  ],
  'feature-schema-door-from-schema-rooms': [
    ['src/features/matters/schema.ts', 'src/features/grids/graphql/index.ts'],
    ['src/cli/schema.ts', 'src/features/grids/graphql/index.ts'],
  ],
  'gateway-is-the-roof': [
    ['src/cli/roofer.ts', 'src/gateway/server.ts'],
    ['src/features/grids/roofer.ts', 'src/gateway/server.ts'],
  ],
  'web-is-a-client': [['src/web/screen/insider.ts', 'src/features/grids/index.ts']],
  'client-stands-alone': [['src/client/insider.ts', 'src/kernel/ids.ts']],
  'nobody-imports-the-web': [['src/gateway/painter.ts', 'src/web/screen/screen.ts']],
  'src-never-sees-test': [
    ['src/cli/tester.ts', 'test/support/builder.ts'],
    ['src/cli/scripter.ts', 'scripts/sample-city/main.ts'],
  ],
};

/** Imports that every rule lets pass: the proof that the doors are open. */
export const permitted: readonly Import[] = [
  ['src/kernel/hasher.ts', 'node:crypto'],
  ['src/geometry/area.ts', 'src/kernel/ids.ts'],
  // The other half of the circle above, which the tool reports once.
  ['src/geometry/hen.ts', 'src/geometry/egg.ts'],
  ['src/geometry/index-of-boxes.ts', 'flatbush'],
  ['src/geometry/orientation.ts', 'robust-predicates'],
  ['src/database/session.ts', 'typeorm'],
  ['src/eventlog/reader.ts', 'pg'],
  ['src/eventlog/writer.ts', 'src/database/session.ts'],
  ['src/graphql/context.ts', 'dataloader'],
  ['src/features/grids/index.ts', 'src/features/grids/grid.ts'],
  ['src/features/grids/storage/grid-store.ts', 'typeorm'],
  ['src/features/grids/storage/reader.ts', 'src/database/session.ts'],
  ['src/features/grids/graphql/index.ts', 'type-graphql'],
  ['src/features/grids/graphql/fields.ts', 'src/graphql/context.ts'],
  ['src/features/grids/wiring.ts', 'src/features/grids/storage/grid-store.ts'],
  ['src/features/matters/neighbour.ts', 'src/features/grids/index.ts'],
  ['src/features/matters/graphql/neighbour.ts', 'src/features/grids/graphql/index.ts'],
  ['src/features/crosswalk/geos/engine.ts', 'geos-wasm'],
  ['src/departments/housing/office.ts', 'src/departments/contract.ts'],
  ['src/departments/housing/records.ts', 'src/features/grids/index.ts'],
  ['src/departments/housing/storage/estates.ts', 'typeorm'],
  ['src/departments/housing/graphql/estate.ts', 'src/features/grids/graphql/index.ts'],
  ['src/gateway/schema.ts', 'src/features/grids/graphql/index.ts'],
  ['src/compose.ts', 'src/features/grids/wiring.ts'],
  ['src/compose.ts', 'src/gateway/server.ts'],
  ['src/cli/serve.ts', 'src/compose.ts'],
  ['src/web/screen/asker.ts', 'src/client/client.ts'],
];
