import { type GraphQLSchema } from 'graphql';

import { type DepartmentDefinition, type OwnFieldReader } from '../departments/contract.js';
import { registerOwnFields } from '../features/intake/graphql/index.js';
import { wireLive } from '../features/live/wiring.js';
import { assembleSchema, bindingsOf } from '../gateway/schema/assemble-schema.js';
import { cityResolvers, type CitySources } from '../gateway/schema/city-resolvers.js';
import { registerDepartments } from '../graphql/department.js';
import { systemClock } from '../kernel/clock.js';
import { sixOffices } from './six-offices.js';
import { typesOf } from './types-of-offices.js';

/** What a schema is answered from. */
export interface SchemaSources {
  readonly sources: CitySources;
  readonly live: readonly object[];
  readonly readerOf: (office: DepartmentDefinition) => OwnFieldReader;
}

/** The schema of a city with these offices, answered from these sources. */
export async function schemaOf(
  offices: readonly DepartmentDefinition[],
  { sources, live, readerOf }: SchemaSources,
): Promise<GraphQLSchema> {
  registerDepartments(offices);
  registerOwnFields(offices);
  const gridTypes = new Set(typesOf(offices, (office) => office.gridType).values());
  const matterTypes = new Set(typesOf(offices, (office) => office.matterType).values());
  const common = cityResolvers(sources, { gridTypes, matterTypes });
  const own = offices.flatMap((office) => office.resolvers(readerOf(office)));
  return assembleSchema({
    bindings: [...common.bindings, ...own, ...bindingsOf(live)],
    orphans: [...common.orphans, ...own.map((binding) => binding.type)],
  });
}

/** The schema of a city with these offices, for printing and checking: it can be read but not asked. */
export function schemaWithoutSources(offices: readonly DepartmentDefinition[] = sixOffices): Promise<GraphQLSchema> {
  const unasked = new Proxy({}, { get: () => unasked }) as never;
  const live = wireLive({
    events: unasked,
    cursorSecret: 'only the shape is asked for',
    matters: unasked,
    ...{ elements: unasked, organisations: unasked, models: unasked, lineage: unasked, redraws: unasked, decisions: unasked },
    indicators: unasked,
    clock: systemClock,
    log: unasked,
  }).resolvers;
  return schemaOf(offices, { sources: unasked, live, readerOf: () => unasked });
}
