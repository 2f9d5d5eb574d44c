import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getOperationAST,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';

import { CityError } from '../../kernel/city-error.js';
import { documentLimits } from '../limits/limit-table.js';
import { type Column, columnsOf, type SelectedRows } from './csv-columns.js';

/** A query for one connection, made ready to be asked page by page. */
export interface PagedDocument {
  /** Asks one page: the size by `$csvFirst`, the place by `$csvAfter`. */
  readonly query: string;
  /** The response key of the connection. */
  readonly key: string;
  /** Whether rows stand under `edges { node }`. */
  readonly byEdges: boolean;
  readonly columns: readonly Column[];
}

const pageKey = 'csvPage';

/** The page info of an answer to a {@link PagedDocument}. */
export interface PageOfRows {
  readonly [pageKey]: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly { readonly node: unknown }[];
}

/** Whether more follow a page, and where. */
export function nextPlace(page: PageOfRows): string | null {
  return page[pageKey].hasNextPage ? page[pageKey].endCursor : null;
}

/** The rows of a page. */
export function rowsOf({ nodes, edges }: PageOfRows): readonly unknown[] {
  return nodes ?? edges?.map(({ node }) => node) ?? [];
}

/**
 * Makes a document ready to be asked page by page. Throws `BAD_USER_INPUT` unless its operation is a query whose only field is a connection of
 * which `nodes` or `edges { node }` are selected; whatever else is wrong with it the first page tells.
 */
export function pagedDocument(schema: GraphQLSchema, text: string, operationName: string | null): PagedDocument {
  const document = parsed(text);
  const operation = getOperationAST(document, operationName);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (operation?.operation !== OperationTypeNode.QUERY || field?.kind !== Kind.FIELD || others.length > 0) throw noConnection();
  const connection = typeOfField(schema.getQueryType(), field.name.value);
  const rows = rowsSelected(field.selectionSet);
  if (!connection?.name.endsWith('Connection') || rows === null) throw noConnection();
  const selected: SelectedRows = { schema, fragments: fragmentsOf(document) };
  const node = typeOfField(rows.byEdges ? typeOfField(connection, 'edges') : connection, rows.byEdges ? 'node' : 'nodes');
  const asked = { ...operation, ...paged(operation, field) };
  return {
    query: print({ ...document, definitions: document.definitions.map((one) => (one === operation ? asked : one)) }),
    key: (field.alias ?? field.name).value,
    byEdges: rows.byEdges,
    columns: columnsOf(selected, rows.selectionSet, node!),
  };
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: documentLimits.tokens });
  } catch (cause) {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: 'Expected a GraphQL document, got a text that is none or is too long.',
      messageZh: '应为 GraphQL 查询文档，收到无法解析或过长的文本。',
      cause,
    });
  }
}

function typeOfField(type: GraphQLNamedType | null | undefined, name: string): GraphQLNamedType | null {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return field === undefined ? null : getNamedType(field.type);
}

function rowsSelected(
  selections: SelectionSetNode | undefined,
): { readonly byEdges: boolean; readonly selectionSet: SelectionSetNode } | null {
  const fieldIn = (set: SelectionSetNode | undefined, name: string): FieldNode | undefined =>
    set?.selections.find((one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === name && one.alias === undefined);
  const nodes = fieldIn(selections, 'nodes')?.selectionSet;
  if (nodes) return { byEdges: false, selectionSet: nodes };
  const node = fieldIn(fieldIn(selections, 'edges')?.selectionSet, 'node')?.selectionSet;
  return node ? { byEdges: true, selectionSet: node } : null;
}

function fragmentsOf({ definitions }: DocumentNode): SelectedRows['fragments'] {
  return new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
}

/** The operation with its page asked by variables of our own, and with the place of the next one. */
function paged(
  operation: OperationDefinitionNode,
  field: FieldNode,
): Pick<OperationDefinitionNode, 'selectionSet' | 'variableDefinitions'> {
  const own = parse(
    `query ($csvFirst: Int, $csvAfter: Cursor) { page(first: $csvFirst, after: $csvAfter) { ${pageKey}: pageInfo { hasNextPage endCursor } } }`,
  ).definitions[0] as OperationDefinitionNode;
  const page = own.selectionSet.selections[0] as FieldNode;
  const kept = (field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after');
  const asked: FieldNode = {
    ...field,
    arguments: [...kept, ...page.arguments!],
    selectionSet: { ...field.selectionSet!, selections: [...field.selectionSet!.selections, ...page.selectionSet!.selections] },
  };
  return {
    selectionSet: { ...operation.selectionSet, selections: [asked] },
    variableDefinitions: [...(operation.variableDefinitions ?? []).filter(isUsedBeside(field)), ...own.variableDefinitions!],
  };
}

/** A variable that only gave the size or the place of a page is nobody's any more, and an unused one is refused. */
function isUsedBeside(field: FieldNode): (definition: { readonly variable: { readonly name: { readonly value: string } } }) => boolean {
  const paging = (field.arguments ?? []).flatMap(({ name, value }) =>
    (name.value === 'first' || name.value === 'after') && value.kind === Kind.VARIABLE ? [value.name.value] : [],
  );
  return ({ variable }) => !paging.includes(variable.name.value);
}

function noConnection(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected a query whose only field is a connection with nodes { … } selected, to answer as CSV.',
    messageZh: '导出 CSV 的查询应只有一个字段，且为选择了 nodes { … } 的分页列表。',
    hint: 'For example { matters { nodes { localId title state reportedAt } } }.',
  });
}
