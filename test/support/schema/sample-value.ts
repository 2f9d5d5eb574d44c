import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';

/** A well-formed value of each scalar, which need not exist anywhere. */
const samples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Cursor: 'none',
  Date: '2026-03-01',
  DateTime: '2026-03-01T00:00:00Z',
  Duration: 'PT5M',
  DivisionCode: '990101001',
  Float: 0.5,
  GeoJSON: {
    type: 'Polygon',
    coordinates: [
      [
        [117.01, 29.01],
        [117.02, 29.01],
        [117.02, 29.02],
        [117.01, 29.01],
      ],
    ],
  },
  GridCode: '990101001001001',
  ID: 'Tm9ib2R5',
  Int: 1,
  LayerKey: 'lighthouse/beam',
  SourceId: '0001',
  String: 'sample',
};

/** A well-formed value of an input type: what must be given, and nothing else. Throws for a scalar that it has no sample of. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  if (!(type.name in samples)) throw new Error(`No sample of the scalar ${type.name}: add one to test/support/schema/sample-value.ts.`);
  return samples[type.name];
}
