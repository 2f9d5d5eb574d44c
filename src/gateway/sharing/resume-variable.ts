import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';

/**
 * The variable that stands as `after` at the one field of a subscription and nowhere else; null where there is none. Readers who differ only
 * in it follow the same stream from different points.
 */
export function resumeVariableOf(document: DocumentNode, operationName: string | null | undefined): string | null {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) return null;
  const given = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (given?.kind !== Kind.VARIABLE) return null;
  return usesOf(given.name.value, document) === 1 ? given.name.value : null;
}

function usesOf(variable: string, document: DocumentNode): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === variable) uses += 1;
    },
  });
  return uses;
}
