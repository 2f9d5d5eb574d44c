import { type DocumentNode, type GraphQLSchema, isObjectType, visit } from 'graphql';

/** The fields of a schema that are marked as answering each caller by name. */
export class CallerFields {
  readonly #names: ReadonlySet<string>;

  constructor(schema: GraphQLSchema) {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
    this.#names = new Set(fields.filter(({ extensions }) => extensions['ofCaller'] === true).map(({ name }) => name));
  }

  /** Whether a document asks for one, or for a field of the same name elsewhere. */
  isIn(document: DocumentNode): boolean {
    let found = false;
    visit(document, {
      Field: ({ name }) => {
        found ||= this.#names.has(name.value);
      },
    });
    return found;
  }
}
