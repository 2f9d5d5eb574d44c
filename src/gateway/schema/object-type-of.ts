import { getMetadataStorage } from 'type-graphql';

/** A class that declares a type or resolves one. */
export type SchemaClass = abstract new (...parameters: never[]) => object;

/** The type whose fields a resolver class answers; a class that is no resolver is the type itself. */
export function objectTypeOf(declared: SchemaClass): SchemaClass {
  const resolver = getMetadataStorage().resolverClasses.find(({ target }) => target === declared);
  return resolver ? (resolver.getObjectType() as SchemaClass) : declared;
}
