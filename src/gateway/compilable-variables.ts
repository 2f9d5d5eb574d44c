import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { getNamedType, isInputObjectType, isNonNullType, type OperationDefinitionNode, typeFromAST } from 'graphql';

/**
 * Whether compiled code reads an operation's variables as the interpreter does. graphql-jit 0.8.9 refuses an input object that leaves out a
 * non-null field with a default, at any depth; operations whose variables could hold one are left to the interpreter.
 */
export function areVariablesCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).every(({ type }) => {
    const declared = typeFromAST(schema, type);
    return declared !== undefined && !hidesDefault(getNamedType(declared), new Set());
  });
}

function hidesDefault(type: GraphQLNamedType, seen: Set<GraphQLNamedType>): boolean {
  if (!isInputObjectType(type) || seen.has(type)) return false;
  seen.add(type);
  return Object.values(type.getFields()).some(
    (field) => (isNonNullType(field.type) && field.defaultValue !== undefined) || hidesDefault(getNamedType(field.type), seen),
  );
}
