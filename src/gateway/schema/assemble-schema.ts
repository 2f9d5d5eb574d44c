import 'reflect-metadata';

import { assertValidSchema, type GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchema, type BuildSchemaOptions, type NonEmptyArray } from 'type-graphql';

import { freshDirective } from '../../graphql/fresh-directive.js';
import { objectTypeOf, type SchemaClass } from './object-type-of.js';
import { resolveTypesAtOnce } from './resolve-types-at-once.js';

/** A resolver class and the one instance that serves it. */
export interface Binding {
  readonly type: SchemaClass;
  readonly instance: object;
}

/** What the schema is assembled of. */
export interface SchemaParts {
  readonly bindings: readonly Binding[];
  /**
   * Types that no field names but an interface or a union reaches, or the resolvers of such types. Interfaces take in none by
   * themselves: a class that is merely loaded, such as another city's office, stays out of the schema.
   */
  readonly orphans: readonly SchemaClass[];
}

/**
 * Assembles the one schema of the platform from the resolvers that compose hands in. Interfaces and enums must be complete before:
 * the offices are registered first. Throws where two features declare the same name differently, and where the whole is no valid schema.
 */
export async function assembleSchema({ bindings, orphans }: SchemaParts): Promise<GraphQLSchema> {
  const instances = new Map<unknown, object>(bindings.map(({ type, instance }) => [type, instance]));
  const schema = await buildSchema({
    resolvers: bindings.map(({ type }) => type) as unknown as NonEmptyArray<() => void>,
    orphanedTypes: orphans.map(objectTypeOf),
    container: { get: (type) => instances.get(type) },
    // Inputs are checked by scalars and by the rules of each feature, which say more than a validator's decorators.
    directives: [...specifiedDirectives, freshDirective],
    validate: false,
    // The library asks the schema for all of itself to see whether it is sound, which costs more than to build it.
    skipCheck: true,
    pubSub: noPubSub,
    emitSchemaFile: false,
  });
  assertValidSchema(schema);
  return resolveTypesAtOnce(schema);
}

/** The library asks for a bus as soon as there is a subscription; ours bring their own streams, for its bus loses events and leaks between subscribers. */
const noPubSub: NonNullable<BuildSchemaOptions['pubSub']> = {
  publish: () => {
    throw new TypeError('Nothing is published here: append to the event log.');
  },
  subscribe: () => {
    throw new TypeError('Nothing is subscribed here: give @Subscription a subscribe of its own.');
  },
};

/** Binds instances to their own classes, for resolvers that are plain classes. */
export function bindingsOf(instances: readonly object[]): readonly Binding[] {
  return instances.map((instance) => ({ type: instance.constructor as Binding['type'], instance }));
}
