import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { getNamedType, isInputObjectType, isNonNullType, type OperationDefinitionNode, typeFromAST } from 'graphql';

/**
 * Whether compiled code reads an operation's variables as the interpreter does, and is soon compiled. graphql-jit 0.8.9 refuses an input
 * object that leaves out a non-null field with a default, at any depth; and it writes out a type that holds its own kind level within level,
 * which took 4.3 s and 760 MB for one filter of grids. Operations whose variables could hold either are left to the interpreter.
 */
export function areVariablesCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).every(({ type }) => {
    const declared = typeFromAST(schema, type);
    return declared !== undefined && isReadAlike(getNamedType(declared), []);
  });
}

/** `above` are the types that hold this one. */
function isReadAlike(type: GraphQLNamedType, above: readonly GraphQLNamedType[]): boolean {
  if (!isInputObjectType(type)) return true;
  if (above.includes(type)) return false;
  return Object.values(type.getFields()).every(
    (field) => !(isNonNullType(field.type) && field.defaultValue !== undefined) && isReadAlike(getNamedType(field.type), [...above, type]),
  );
}
