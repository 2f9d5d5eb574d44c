import {
  defaultFieldResolver,
  type DocumentNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  visit,
} from 'graphql';

import { freshDirective, freshWishOf } from '../../graphql/fresh-directive.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { OfficesNow } from '../sources/office-ages.js';
import { type FreshPlace, freshPlaceOf } from './fresh-places.js';
import { judgeAge } from './judge-age.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Tells which schema a document is executed on: one that says `@fresh` on a copy whose fields look at the age of their office first. All other
 * documents are executed as if there were no such thing, at no cost.
 */
export class FreshSchema {
  readonly plain: GraphQLSchema;
  readonly #offices: OfficesNow;
  readonly #asks = new WeakMap<DocumentNode, boolean>();
  #judging: GraphQLSchema | null = null;

  constructor(plain: GraphQLSchema, offices: OfficesNow) {
    this.plain = plain;
    this.#offices = offices;
  }

  of(document: DocumentNode): GraphQLSchema {
    let asks = this.#asks.get(document);
    if (asks === undefined) this.#asks.set(document, (asks = asksForFresh(document)));
    return asks ? (this.#judging ??= judging(this.plain, this.#offices)) : this.plain;
  }
}

function asksForFresh(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    [Kind.DIRECTIVE]: ({ name }) => {
      asks ||= name.value === freshDirective.name;
    },
  });
  return asks;
}

/** The order of fields in a schema decides nothing: sorting it is the library's own way of making a whole copy. */
function judging(schema: GraphQLSchema, offices: OfficesNow): GraphQLSchema {
  const copy = lexicographicSortSchema(schema);
  for (const type of Object.values(copy.getTypeMap())) {
    for (const field of isObjectType(type) && !type.name.startsWith('__') ? Object.values(type.getFields()) : []) {
      const place = freshPlaceOf(copy, type, field);
      if (place !== null) field.resolve = resolverAt(place, field, offices);
    }
  }
  return copy;
}

function resolverAt(place: FreshPlace, field: GraphQLField<unknown, unknown>, offices: OfficesNow): Resolver {
  const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
  const isNullable = !isNonNullType(field.type);
  if (place === 'OWN') return nullWhenAway(resolve);
  if (place === 'SHARED') {
    return (record, args, context, info) => {
      const wish = freshWishOf(info);
      const judged = wish && judgeAge(wish, { department: officeOf(record), context, isNullable }, offices);
      return judged === 'NULL' ? null : resolve(record, args, context, info);
    };
  }
  return async (parent, args, context, info) => {
    const wish = freshWishOf(info);
    const record: unknown = await resolve(parent, args, context, info);
    const judged = wish && record != null && judgeAge(wish, { department: officeOf(record), context, isNullable }, offices);
    return judged === 'NULL' ? null : record;
  };
}

/** What an office alone keeps is as fresh as can be where it is read at all. */
function nullWhenAway(resolve: Resolver): Resolver {
  return async (record, args, context, info) => {
    try {
      return await resolve(record, args, context, info);
    } catch (thrown) {
      const isAway = thrown instanceof CityError && thrown.code === 'SOURCE_UNAVAILABLE';
      if (isAway && freshWishOf(info)?.otherwise === 'NULL') return null;
      throw thrown;
    }
  };
}

function officeOf(record: unknown): DepartmentCode | null {
  return (record as { readonly department?: DepartmentCode | null }).department ?? null;
}
