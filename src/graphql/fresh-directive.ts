import { DirectiveLocation, getDirectiveValues, GraphQLDirective, GraphQLEnumType, GraphQLNonNull, type GraphQLResolveInfo } from 'graphql';

import { durationMs } from '../kernel/duration.js';
import { DurationScalar } from './scalars.js';

/** What becomes of a field that is older than its caller wants. */
export type WhenTooOld = 'NULL' | 'ERROR' | 'STALE';

const whenTooOld = new GraphQLEnumType({
  name: 'WhenTooOld',
  description: '数据过旧时如何处理。What becomes of a field that is older than wanted.',
  values: {
    NULL: { description: '答 null，不报错；只能用于可为 null 的字段。It is null, without an error; only for fields that may be null.' },
    ERROR: { description: '答 null，并报错 SOURCE_UNAVAILABLE。It is null with an error SOURCE_UNAVAILABLE.' },
    STALE: {
      description: '照答，并在 extensions.sources 中标明 stale。It is answered, and its office is marked stale in extensions.sources.',
    },
  },
});

/** `@fresh`: how old a field of an office's record may be. */
export const freshDirective = new GraphQLDirective({
  name: 'fresh',
  description:
    '字段所属部门记录的数据时间须在 max 之内，否则按 otherwise 处理。可用于网格、事项、要素的字段，或答复单个此类对象的字段；仅部门独有的字段直接读自其前置库，只在读不到时才按 otherwise 处理。' +
    'The records of the office that the field belongs to must be no older than max; else it goes by otherwise. On fields of units, matters and elements, and on fields that answer one of them. A field that only one office keeps is read from its front database itself, and goes by otherwise only while that cannot be read.',
  locations: [DirectiveLocation.FIELD],
  args: {
    max: { type: new GraphQLNonNull(DurationScalar), description: '最多多旧。The oldest that is wanted.' },
    otherwise: {
      type: new GraphQLNonNull(whenTooOld),
      defaultValue: 'ERROR',
      description: '过旧时如何处理。What becomes of what is older.',
    },
  },
});

/** What a caller wants of a field. */
export interface FreshWish {
  readonly maxMs: number;
  readonly otherwise: WhenTooOld;
}

/** What the caller wants of the field that is answered; null where nothing is said. Of a field that is asked for several times, the first wish counts. */
export function freshWishOf({ fieldNodes, variableValues }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'variableValues'>): FreshWish | null {
  for (const node of fieldNodes) {
    const values = getDirectiveValues(freshDirective, node, variableValues);
    if (values) return { maxMs: durationMs(String(values['max'])) ?? 0, otherwise: values['otherwise'] as WhenTooOld };
  }
  return null;
}
