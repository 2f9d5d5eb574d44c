import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import { type FieldRoute, routesOf } from './field-routes.js';
import { sampleOf } from './sample-value.js';

/** A place of an operation at which a caller writes a value of his own. */
export interface InputPlace<Type = GraphQLScalarType | GraphQLEnumType> {
  /** For example `Query.matters(where.category.code)`. */
  readonly name: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly type: Type;
  readonly isRequired: boolean;
  /** The innermost field of the path, or the argument. */
  readonly member: string;
  /** The operation, whose arguments are all variables. */
  readonly document: string;
  /** Well-formed variables but for `value` at this place. */
  readonly variables: (value: unknown) => Readonly<Record<string, unknown>>;
}

/** Every place of a schema at which a scalar or an enum value is written, at any depth; a filter that holds filters of its own kind counts once. */
export function valuePlaces(schema: GraphQLSchema): readonly InputPlace[] {
  return routesOf(schema).flatMap((route) => placesOf(route, (leaf) => !isInputObjectType(leaf)) as readonly InputPlace[]);
}

/** Every place at which an input object is written. */
export function objectPlaces(schema: GraphQLSchema): readonly InputPlace<GraphQLInputObjectType>[] {
  return routesOf(schema).flatMap((route) => placesOf(route, isInputObjectType) as readonly InputPlace<GraphQLInputObjectType>[]);
}

type Leaf = GraphQLScalarType | GraphQLEnumType | GraphQLInputObjectType;

function placesOf({ field, operation, parent, documentOf }: FieldRoute, wanted: (leaf: Leaf) => boolean): readonly InputPlace<Leaf>[] {
  const given = Object.fromEntries(field.args.flatMap((arg) => (isNonNullType(arg.type) ? [[arg.name, sampleOf(arg.type)]] : [])));
  return field.args.flatMap((arg) =>
    pathsIn(arg.type, []).flatMap(({ path, type }): InputPlace<Leaf>[] => {
      const leaf = getNamedType(type);
      if (!wanted(leaf)) return [];
      const used = new Set([...Object.keys(given), arg.name]);
      const name = `${parent}.${field.name}(${[arg.name, ...path].join('.')})`;
      return [
        {
          name,
          operation,
          type: leaf,
          isRequired: isNonNullType(type),
          member: path.at(-1) ?? arg.name,
          document: documentOf(signatureOf(field, used)),
          variables: (value) => ({ ...given, [arg.name]: placed(arg.type, path, value) }),
        },
      ];
    }),
  );
}

/** The variables of an operation and the arguments that they fill. */
function signatureOf(
  { args }: GraphQLField<unknown, unknown>,
  used: ReadonlySet<string>,
): { readonly variables: string; readonly filled: string } {
  const taken = args.filter(({ name }) => used.has(name));
  return {
    variables: taken.map(({ name, type }) => `$${name}: ${String(type)}`).join(', '),
    filled: taken.map(({ name }) => `${name}: $${name}`).join(', '),
  };
}

/** The members of an input type at any depth, itself among them. `type` is what stands at the place, without the lists around it. */
function pathsIn(
  type: GraphQLInputType,
  above: readonly string[],
): readonly { readonly path: readonly string[]; readonly type: GraphQLInputType }[] {
  const inner = elementOf(type);
  const named = getNamedType(inner);
  if (!isInputObjectType(named)) return [{ path: [], type: inner }];
  if (above.includes(named.name)) return [];
  const members = Object.values(named.getFields()).flatMap((field) =>
    pathsIn(field.type, [...above, named.name]).map(({ path, type: leaf }) => ({ path: [field.name, ...path], type: leaf })),
  );
  return [{ path: [], type: inner }, ...members];
}

function elementOf(type: GraphQLInputType): GraphQLInputType {
  const bare = isNonNullType(type) ? type.ofType : type;
  return isListType(bare) ? elementOf(bare.ofType) : type;
}

function placed(type: GraphQLInputType, path: readonly string[], value: unknown): unknown {
  if (isNonNullType(type)) return placed(type.ofType, path, value);
  if (isListType(type)) return [placed(type.ofType, path, value)];
  const [member, ...rest] = path;
  if (member === undefined) return value;
  if (!isInputObjectType(type)) throw new Error(`Expected an input object above ${member}.`);
  return { ...(sampleOf(type) as object), [member]: placed(type.getFields()[member]!.type, rest, value) };
}
