import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A column: the way of response keys from a row to its value. */
export type Column = readonly string[];

/** What columns are read from. */
export interface SelectedRows {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The columns of what is selected of each row, in the order of the document: one for each value, named by the way to it; a list within a row
 * is one column. What two fragments select under the same name is one column.
 */
export function columnsOf(selected: SelectedRows, selections: SelectionSetNode, type: GraphQLNamedType): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const column of walk(selected, selections, type)) columns.set(column.join('.'), column);
  return [...columns.values()];
}

function* walk(selected: SelectedRows, { selections }: SelectionSetNode, type: GraphQLNamedType): Generator<Column> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      const isWhole = selection.selectionSet === undefined || field === undefined || isListType(getNullableType(field.type));
      if (isWhole) yield [key];
      else for (const inner of walk(selected, selection.selectionSet, getNamedType(field.type))) yield [key, ...inner];
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? selected.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const named = fragment.typeCondition && selected.schema.getType(fragment.typeCondition.name.value);
    yield* walk(selected, fragment.selectionSet, named ?? type);
  }
}

/** The cells of a row: a truth value as a word, a list or an object as JSON, nothing as nothing. */
export function cellsOf(row: unknown, columns: readonly Column[]): readonly (string | number | null)[] {
  return columns.map((column) =>
    cellOf(column.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], row)),
  );
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
