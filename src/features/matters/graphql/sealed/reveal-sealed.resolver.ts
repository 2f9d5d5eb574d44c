import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import {
  BadInputType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  PurposeRequiredType,
  type RefusalValue,
  resultTypeOf,
  SourceUnavailableType,
} from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { SourceIdScalar } from '../../../../graphql/scalars.js';
import { type IdCardVerdict, idCardVerdict } from '../../../../kernel/id-card.js';
import { liesWithin } from '../../../../kernel/within-scope.js';
import type { SealedPart, SealedReading } from '../../../access/index.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { MatterReadModel } from '../../ports.js';
import { IdNumberCheckEnum } from './id-number-check.enum.js';

/** Declares what somebody wants opened. */
@InputType('RevealSealedInput', { description: '申请查看一件事项的密封内容。A wish to read the sealed part of a matter.' })
export class RevealSealedInput {
  @Field(() => String, {
    description:
      '幂等键，1–128 字符；同键重发再次读取并再次留痕。The idempotency key, 1 to 128 characters; repeated, it is read, and logged, once more.',
  })
  idempotencyKey!: string;

  @Field(() => Department, { description: '保管部门。The office that keeps it.' })
  department!: string;

  @Field(() => SourceIdScalar, { description: '该部门的事项编号，或上报回执号。Its id in that office, or the receipt of a report.' })
  localId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '目的：HANDLING 办理、REPLY 答复、VERIFICATION 核实、TRANSFER 转送、REVIEW 复查复核、SUPERVISION 督办、LAWFUL_REQUEST 依法调取。The purpose, one of these words; it stands on the audit log.',
  })
  purpose?: string | null;

  @Field(() => String, {
    description: '依据文号，如 景信访字〔2026〕12号。The number of the document that it rests on.',
  })
  document!: string;
}

/** Declares an opened sealed part. */
@ObjectType('SealedRevealed', { description: '已读出的密封内容；本次读取已留痕。The sealed part; that it was read is on the audit log.' })
export class SealedRevealedType {
  @Field(() => String, { nullable: true, description: '姓名。The name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: '联系方式。The contact.' })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: '证件号。The identity number.' })
  idNumber!: string | null;

  @Field(() => IdNumberCheckEnum, {
    nullable: true,
    description: '证件号自身能否自洽；未填为空。What the identity number tells of itself; null where none was given.',
  })
  idNumberCheck!: IdCardVerdict | null;

  @Field(() => String, { nullable: true, description: '住址。The address.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: '反映人自拟的标题。The title in the words of whoever reported.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: '正文。The text.' })
  text!: string | null;

  @Field(() => Boolean, { description: '是否为同键重读。Whether the key was used before.' })
  idempotentReplay!: boolean;
}

/** What {@link SealedRevealedType} shows. */
export interface SealedRevealedValue extends SealedPart {
  readonly typeName: 'SealedRevealed';
  /** Told to whoever reads the number anyway, and kept nowhere: a mark elsewhere would tell of it. */
  readonly idNumberCheck: IdCardVerdict | null;
  readonly idempotentReplay: boolean;
}

const RevealSealedResult = createUnionType({
  name: 'RevealSealedResult',
  description: '查看密封内容的结果：内容，或有名有姓的拒绝。The sealed part, or a named refusal.',
  types: () =>
    [
      SealedRevealedType,
      BadInputType,
      ForbiddenType,
      NotFoundType,
      PurposeRequiredType,
      IdempotencyKeyReusedType,
      SourceUnavailableType,
    ] as const,
  resolveType: resultTypeOf,
});

/** Opens sealed parts for the office that keeps them. */
@Resolver()
export class RevealSealedResolver {
  readonly #reading: SealedReading;
  readonly #matters: MatterReadModel;

  constructor(reading: SealedReading, matters: MatterReadModel) {
    this.#reading = reading;
    this.#matters = matters;
  }

  @Mutation(() => RevealSealedResult, {
    description:
      '查看密封内容：仅限保管部门，须说明目的，先留痕后读取。Reads a sealed part: for the office that keeps it alone, for a stated purpose, logged before it is read.',
  })
  async revealSealed(
    @Arg('input', () => RevealSealedInput, { description: '申请。The wish.' }) input: RevealSealedInput,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<SealedRevealedValue | RefusalValue> {
    const { idempotencyKey, department, localId, document } = input;
    const wish = { idempotencyKey, department, localId, document, purpose: input.purpose ?? null };
    return orRefusal(context.language, async () => {
      const { part, idempotentReplay } = await this.#reading.reveal(wish, {
        principal: context.principal,
        requestId: context.requestId,
        seen: async () => (await this.#matters.bySource(context.scope, { department, localId }))?.uuid ?? null,
        reaches: (divisionCode) => liesWithin(context.scope, levelsOf(divisionCode, context.model)),
      });
      const idNumberCheck = part.idNumber === null ? null : idCardVerdict(part.idNumber);
      return { typeName: 'SealedRevealed', ...part, idNumberCheck, idempotentReplay };
    });
  }
}

function levelsOf(divisionCode: string | null, { divisions }: CityModel): Parameters<typeof liesWithin>[1] {
  const path = divisionCode === null ? [] : divisions.pathOf(divisionCode);
  const codeOf = (level: string): string | null => path.find((division) => division.level === level)?.code ?? null;
  return { county: codeOf('COUNTY'), township: codeOf('TOWNSHIP'), community: codeOf('COMMUNITY'), grid: null };
}
