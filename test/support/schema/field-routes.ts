import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

import { sampleOf } from './sample-value.js';

/** A field with arguments, and how an operation reaches it. */
export interface FieldRoute {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** The whole operation, given its variables and the arguments of the field. */
  readonly documentOf: (signature: { readonly variables: string; readonly filled: string }) => string;
}

/** How a type is reached: what is written before and after its own selection. */
interface Way {
  readonly before: string;
  readonly after: string;
}

/** Every field with arguments that an operation can reach: those of the roots, and those of each type on the shortest way from `Query`. */
export function routesOf(schema: GraphQLSchema): readonly FieldRoute[] {
  const nested = [...waysFromQuery(schema)].flatMap(([type, way]) =>
    fieldsOf(type).map((field) => routeTo(type, field, { operation: 'query', way })),
  );
  const roots = (['mutation', 'subscription'] as const).flatMap((operation) => {
    const type = operation === 'mutation' ? schema.getMutationType() : schema.getSubscriptionType();
    return type ? fieldsOf(type).map((field) => routeTo(type, field, { operation, way: { before: '', after: '' } })) : [];
  });
  return [...nested, ...roots].filter(({ field }) => field.args.length > 0);
}

function routeTo(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  { operation, way }: { readonly operation: FieldRoute['operation']; readonly way: Way },
): FieldRoute {
  const selection = isLeafType(getNamedType(field.type)) ? '' : ` { ${selectionOf(getNamedType(field.type))} }`;
  return {
    parent: type.name,
    field,
    operation,
    documentOf: ({ variables, filled }) =>
      `${operation} Asked(${variables}) { ${way.before} ${field.name}(${filled})${selection} ${way.after} }`,
  };
}

/** What is asked of an answer: how many there are, where it counts, and the code of a refusal. */
function selectionOf(type: GraphQLNamedType): string {
  if (isObjectType(type) && 'totalCount' in type.getFields()) return '__typename totalCount';
  return type.name.endsWith('Result') ? '__typename ... on Refusal { code }' : '__typename';
}

function waysFromQuery(schema: GraphQLSchema): ReadonlyMap<GraphQLNamedType, Way> {
  const ways = new Map<GraphQLNamedType, Way>([[schema.getQueryType()!, { before: '', after: '' }]]);
  const waiting: GraphQLNamedType[] = [schema.getQueryType()!];
  for (let type = waiting.shift(); type; type = waiting.shift()) {
    for (const [next, way] of stepsFrom(schema, type, ways.get(type)!)) {
      if (ways.has(next)) continue;
      ways.set(next, way);
      waiting.push(next);
    }
  }
  return ways;
}

function stepsFrom(schema: GraphQLSchema, type: GraphQLNamedType, { before, after }: Way): readonly (readonly [GraphQLNamedType, Way])[] {
  const through = fieldsOf(type).map((field): readonly [GraphQLNamedType, Way] => [
    getNamedType(field.type),
    { before: `${before} ${field.name}${argumentsOf(field)} {`, after: `} ${after}` },
  ]);
  const narrowed = isAbstractType(type)
    ? schema
        .getPossibleTypes(type)
        .map((possible): readonly [GraphQLNamedType, Way] => [
          possible,
          { before: `${before} ... on ${possible.name} {`, after: `} ${after}` },
        ])
    : [];
  return [...through, ...narrowed].filter(([next]) => !isLeafType(next));
}

/** The fields that a type has by itself and not by an interface that is reached anyway. */
function fieldsOf(type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const inherited = new Set(type.getInterfaces().flatMap((one) => Object.keys(one.getFields())));
  return Object.values(type.getFields()).filter(({ name }) => !inherited.has(name));
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const written = args.filter(isRequiredArgument).map((arg) => {
    const sample = sampleOf(arg.type);
    return `${arg.name}: ${isEnumType(getNamedType(arg.type)) ? String(sample) : literal(sample)}`;
  });
  return written.length === 0 ? '' : `(${written.join(', ')})`;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${name === 'department' ? String(inner) : literal(inner)}`)
    .join(', ')} }`;
}
