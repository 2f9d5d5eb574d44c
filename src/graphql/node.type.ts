import { Field, InterfaceType } from 'type-graphql';

import { IdScalar } from './scalars.js';

/** What every node's value can say of itself: its public id and the name of its type. */
export interface NodeValue {
  /** base64url of `<Type>:<uuid>`. */
  readonly id: string;
  /** Name of the GraphQL type that shows it. */
  readonly typeName: string;
}

/** Names the GraphQL type of a node, for interfaces that must tell which member a value is. */
export const typeNameOf = (value: NodeValue): string => value.typeName;

/** Declares the interface `Node`. */
@InterfaceType('Node', {
  description: '有全局唯一编号的对象。An object with an id that is unique in the whole city and stays the same after a re-import.',
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
})
export abstract class NodeType {
  @Field(() => IdScalar, { description: '全局编号，不透明。The global id, opaque.' })
  id!: string;
}
