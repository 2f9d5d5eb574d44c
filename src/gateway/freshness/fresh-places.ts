import {
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isNamedType,
  isObjectType,
} from 'graphql';

/** The interfaces of what offices keep. */
const records: ReadonlySet<string> = new Set(['Grid', 'Matter', 'Element']);
/** Those of them whose own fields are read from the office's front database; the facts of elements are in the index. */
const readAtFront: ReadonlySet<string> = new Set(['Grid', 'Matter']);

/**
 * Where a field stands that may be asked for with `@fresh`: on a record of an office, on one and kept by that office alone, or answering one.
 * Null where it has nothing to do with an office's records.
 */
export type FreshPlace = 'SHARED' | 'OWN' | 'ANSWERS';

/** The place of a field of a type. */
export function freshPlaceOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: Pick<GraphQLField<unknown, unknown>, 'name' | 'type'>,
): FreshPlace | null {
  if (isOneOf(parent, records)) return isOwn(parent, field.name) ? 'OWN' : 'SHARED';
  return answersRecord(schema, field.type) ? 'ANSWERS' : null;
}

function isOneOf(type: GraphQLNamedType, names: ReadonlySet<string>): boolean {
  if (isInterfaceType(type) && names.has(type.name)) return true;
  return (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => names.has(name));
}

/** What no interface of a type declares is its office's own. */
function isOwn(type: GraphQLNamedType, fieldName: string): boolean {
  if (!isObjectType(type) || !isOneOf(type, readAtFront)) return false;
  return type.getInterfaces().every((one) => !(fieldName in one.getFields()));
}

/** Whether a field answers one record, which it may leave out. */
function answersRecord(schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  if (getNullableType(type) !== type || !isNamedType(type)) return false;
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return members.some((member) => isOneOf(member, records));
}
