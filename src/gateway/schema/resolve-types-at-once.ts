import { type GraphQLSchema, isAbstractType } from 'graphql';

import { type NodeValue, typeNameOf } from '../../graphql/node.type.js';

/**
 * Lets every interface and union read its member off the value's own `typeName`, which is what each of them declares.
 * The schema builder wraps that declaration in an `async` function: a promise for each value of a list, and another for every list and object
 * around it. The flagship query has 2,400 such values, and costs half the processor time without those promises.
 */
export function resolveTypesAtOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: NodeValue) => typeNameOf(value);
  }
  return schema;
}
