import {
  type FieldNode,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  isListType,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  type ValueNode,
} from 'graphql';

/** Variables of an operation as the caller sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** How long a list may get. */
export interface ListSize {
  /** Tells sizes of one operation apart. */
  readonly key: string;
  readonly of: number | ((variables: Variables) => number);
}

/** A field in its place. */
export interface FieldPlace {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly operation: OperationDefinitionNode;
}

/** No page is larger, whoever asks; larger wishes are refused by the field itself. */
const largestPage = 1_000;
const usualPage = 20;

/** The size that a field's arguments tell: its page, or one item for each id that it is asked for; null where they tell none. */
export function sizeOfList({ field, node, operation }: FieldPlace): ListSize | null {
  const page = field.args.find(({ name }) => name === 'first');
  if (page) return sizeBy(page, { node, operation }, pageSizeOf(page));
  const ids = field.args.find(({ name, type }) => listsOfWishes.has(name) && isListType(getNullableType(type)));
  return ids ? sizeBy(ids, { node, operation }, lengthOf) : null;
}

/** Arguments for each member of which one item is answered. */
const listsOfWishes = new Set(['ids', 'codes', 'localIds']);

type Where = Pick<FieldPlace, 'node' | 'operation'>;

function sizeBy(argument: GraphQLArgument, { node, operation }: Where, sizeOf: (value: unknown) => number): ListSize {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  if (given === undefined) return fixed(sizeOf(undefined));
  if (given.kind === Kind.VARIABLE) return byVariable(given.name.value, operation, sizeOf);
  return fixed(sizeOf(constantOf(given)));
}

const fixed = (size: number): ListSize => ({ key: String(size), of: size });

function byVariable(name: string, operation: OperationDefinitionNode, sizeOf: (value: unknown) => number): ListSize {
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const usual = declared && constantOf(declared);
  return { key: `$${name}`, of: (variables) => sizeOf(Object.hasOwn(variables, name) ? variables[name] : usual) };
}

// A list with a variable within has as many members as it is written with.
function constantOf(value: ValueNode): unknown {
  return value.kind === Kind.LIST ? value.values : valueFromASTUntyped(value);
}

function pageSizeOf({ defaultValue }: GraphQLArgument): (value: unknown) => number {
  const usual = typeof defaultValue === 'number' ? defaultValue : usualPage;
  // What is no number is refused by the field, and costs nothing until then.
  return (value) => (typeof value === 'number' ? Math.min(Math.max(Math.trunc(value), 1), largestPage) : usual);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}
