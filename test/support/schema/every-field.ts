import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** What required arguments are given, by `Type.field.argument`, else by `argument`: the text of a value. */
export type GivenArguments = Readonly<Record<string, string>>;

/** One query of the schema's own making: where it leads, and its text. */
export interface FieldQuery {
  /** The last step, e.g. `Matter.history`. */
  readonly edge: string;
  readonly document: string;
}

interface Reached {
  readonly type: Fielded;
  readonly wrap: (selection: string) => string;
}

/**
 * One query for every field of the schema that answers objects: the shortest way to it from the root, and everything below it that is no
 * object. A required argument that nobody gave a value for is an error, so that a new field cannot go without being asked.
 */
export function everyFieldQuery(schema: GraphQLSchema, given: GivenArguments): readonly FieldQuery[] {
  const root = schema.getQueryType()!;
  const queries: FieldQuery[] = [];
  const seen = new Set<string>();
  const waiting: Reached[] = [{ type: root, wrap: (selection) => `{ ${selection} }` }];
  for (let reached = waiting.shift(); reached; reached = waiting.shift()) {
    for (const field of Object.values(reached.type.getFields())) {
      const answered = getNamedType(field.type);
      const edge = `${reached.type.name}.${field.name}`;
      if (!isCompositeType(answered) || seen.has(edge) || isAskedOfInterface(reached.type, field.name, seen)) continue;
      seen.add(edge);
      const { wrap } = reached;
      const called = field.name + argumentsOf(reached.type, field, given);
      const inField = (selection: string): string => wrap(`${called} { ${selection} }`);
      queries.push({ edge, document: inField(leavesOf(schema, answered as Fielded, given)) });
      for (const type of fieldedTypes(schema, answered as Fielded))
        waiting.push({ type, wrap: type === answered ? inField : (selection) => inField(`... on ${type.name} { ${selection} }`) });
    }
  }
  return queries;
}

function isAskedOfInterface(type: Fielded, field: string, seen: ReadonlySet<string>): boolean {
  return type.getInterfaces().some(({ name }) => seen.has(`${name}.${field}`));
}

/** The type itself where it has fields, and all that it may turn out to be. */
function fieldedTypes(schema: GraphQLSchema, type: Fielded): readonly Fielded[] {
  const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return [...(isObjectType(type) || isInterfaceType(type) ? [type] : []), ...concrete];
}

/** Everything of a type that is no object, and of what it may turn out to be all that it does not itself declare. */
function leavesOf(schema: GraphQLSchema, type: Fielded, given: GivenArguments): string {
  const types = fieldedTypes(schema, type);
  const declared = types[0] === type ? new Set(Object.keys(type.getFields())) : new Set<string>();
  const selections = types.map((one) => {
    const leaves = Object.values(one.getFields()).filter(
      (field) => isLeafType(getNamedType(field.type)) && (one === type || !declared.has(field.name)),
    );
    const selection = leaves
      .filter((field) => meansOne(field, types))
      .map((field) => field.name + argumentsOf(one, field, given))
      .join(' ');
    return one === type || selection === '' ? selection : `... on ${one.name} { ${selection} }`;
  });
  return ['__typename', ...selections].filter(Boolean).join(' ');
}

/** Whether all types that have a field mean the same by it; what they do not is asked where their own fields lead. */
function meansOne({ name }: GraphQLField<unknown, unknown>, types: readonly Fielded[]): boolean {
  return new Set(types.flatMap((one) => one.getFields()[name]?.type.toString() ?? [])).size === 1;
}

function argumentsOf(type: Fielded, field: GraphQLField<unknown, unknown>, given: GivenArguments): string {
  const asked = field.args.flatMap((argument) => {
    const value =
      given[`${type.name}.${field.name}.${argument.name}`] ??
      (isRequiredArgument(argument) ? required(type, field, argument, given) : null);
    return value === null ? [] : [`${argument.name}: ${value}`];
  });
  return asked.length === 0 ? '' : `(${asked.join(', ')})`;
}

function required(
  type: Fielded,
  field: GraphQLField<unknown, unknown>,
  { name, type: wanted }: GraphQLArgument,
  given: GivenArguments,
): string {
  const value = given[name];
  if (value !== undefined) return isListType(getNullableType(wanted)) ? `[${value}]` : value;
  throw new Error(`${type.name}.${field.name} asks for ${name}: say in this test what is to be given.`);
}
