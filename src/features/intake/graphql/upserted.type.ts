import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  resultTypeOf,
  SourceUnavailableType,
} from '../../../graphql/refusal.type.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { OutcomeWord } from '../push/row-outcome.js';
import type { Upserted } from '../push/upserting.js';

/** Declares the enum `RowOutcomeKind`. */
export const RowOutcomeKindEnum = wordEnum<OutcomeWord>({
  name: 'RowOutcomeKind',
  description: '一行的处理结果。What became of a row.',
  words: {
    ACCEPTED_CHANGED: '已收下，记录有变。It was accepted and changed its record.',
    ACCEPTED_UNCHANGED: '已收下，记录未变。It was accepted, and its record was so already.',
    OLDER: '已收下，但旧于已有记录，未改动。It was accepted, but its updatedAt is older than the record’s, which stays.',
    QUARANTINED: '已隔离，未收下。It was refused and is quarantined.',
  },
});

/** What {@link RowOutcomeType} shows. */
export interface RowOutcomeValue {
  readonly localId: string | null;
  readonly outcome: OutcomeWord;
  readonly field: string | null;
  readonly code: string | null;
  readonly expected: string | null;
  readonly remedy: string | null;
}

/** Declares what became of one row of a push. */
@ObjectType('RowOutcome', { description: '推送的一行的处理结果。What became of one row of a push.' })
export class RowOutcomeType implements RowOutcomeValue {
  @Field(() => SourceIdScalar, { nullable: true, description: '部门自己的编号。The office’s own id.' })
  readonly localId!: string | null;

  @Field(() => RowOutcomeKindEnum, { description: '结果。The outcome.' })
  readonly outcome!: OutcomeWord;

  @Field(() => String, {
    nullable: true,
    description:
      '不合规则的字段；指整行或已收下时为空。The field that breaks a rule; null where the whole row does, and where it was accepted.',
  })
  readonly field!: string | null;

  @Field(() => String, { nullable: true, description: '稳定的英文代码。The stable code of the rule.' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: '应为何。What was expected.' })
  readonly expected!: string | null;

  @Field(() => String, { nullable: true, description: '怎么改。What to do about it.' })
  readonly remedy!: string | null;
}

/** What a push came to, as the schema shows it. */
export interface UpsertedValue extends Omit<Upserted, 'outcomes'> {
  readonly typeName: string;
  readonly outcomes: readonly RowOutcomeValue[];
}

/** Declares what every answer to a push tells. */
@ObjectType()
abstract class UpsertedType implements Omit<UpsertedValue, 'typeName'> {
  @Field(() => String, { description: '接入批次号。The id of the run.' })
  readonly run!: string;

  @Field(() => Int, { description: '行数。Rows read.' })
  readonly rowsRead!: number;

  @Field(() => Int, { description: '收下的行数。Rows accepted.' })
  readonly accepted!: number;

  @Field(() => Int, { description: '隔离的行数。Rows quarantined.' })
  readonly quarantined!: number;

  @Field(() => [RowOutcomeType], { description: '逐行结果，次序与输入相同。One outcome for each row, in the order of the rows.' })
  readonly outcomes!: readonly RowOutcomeValue[];

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  readonly idempotentReplay!: boolean;
}

/** Declares the answer to a push of grids. */
@ObjectType('GridsUpserted', { description: '网格推送的逐行结果。What a push of grids came to, row by row.' })
export class GridsUpsertedType extends UpsertedType {}

/** Declares the answer to a push of matters. */
@ObjectType('MattersUpserted', { description: '事项推送的逐行结果。What a push of matters came to, row by row.' })
export class MattersUpsertedType extends UpsertedType {}

/** The union `UpsertGridsResult`. */
export const UpsertGridsResult = createUnionType({
  name: 'UpsertGridsResult',
  description: '网格推送的结果，或有名有姓的拒绝。The answer to a push of grids, or a named refusal.',
  types: () => [GridsUpsertedType, BadInputType, ForbiddenType, IdempotencyKeyReusedType, ConflictType, SourceUnavailableType] as const,
  resolveType: resultTypeOf,
});

/** The union `UpsertMattersResult`. */
export const UpsertMattersResult = createUnionType({
  name: 'UpsertMattersResult',
  description: '事项推送的结果，或有名有姓的拒绝。The answer to a push of matters, or a named refusal.',
  types: () => [MattersUpsertedType, BadInputType, ForbiddenType, IdempotencyKeyReusedType, ConflictType, SourceUnavailableType] as const,
  resolveType: resultTypeOf,
});
