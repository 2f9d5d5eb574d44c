import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** One sentence with a Chinese character, its full stop, then English that begins with a capital, a digit or a quote and ends with a full stop. */
const bilingual = /^[^。]*\p{Script=Han}[^。]*。[A-Z0-9"“‘'`(][^。]*\.$/su;

/** A thing of the schema that owes a description: its coordinate (`Type.field(argument:)`) and what it says. */
interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

/**
 * Lists every type, field, argument, input field and enum value whose description is not "中文。English.", as `<coordinate>: <what it says>`.
 * Root types have no description of their own in type-graphql, but their fields do.
 */
export function descriptionFaults(schema: GraphQLSchema): readonly string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name);
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [...(roots.includes(type.name) ? [] : [{ coordinate: type.name, description: type.description }]), ...partsOf(type)])
    .filter(({ description }) => !isBilingual(description))
    .map(({ coordinate, description }) => `${coordinate}: ${description ?? '(nothing)'}`);
}

function isBilingual(description: string | null | undefined): boolean {
  if (!bilingual.test(description ?? '')) return false;
  return !/\p{Script=Han}/u.test(description!.slice(description!.indexOf('。')));
}

function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      { coordinate: `${type.name}.${field.name}`, description: field.description },
      ...field.args.map((argument) => argumentOf(`${type.name}.${field.name}`, argument)),
    ]);
  }
  const parts = isInputObjectType(type) ? Object.values(type.getFields()) : isEnumType(type) ? type.getValues() : [];
  return parts.map((part) => ({ coordinate: `${type.name}.${part.name}`, description: part.description }));
}

function argumentOf(field: string, { name, description }: GraphQLArgument): Described {
  return { coordinate: `${field}(${name}:)`, description };
}
