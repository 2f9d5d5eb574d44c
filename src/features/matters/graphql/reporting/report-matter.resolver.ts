import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
  SourceUnavailableType,
} from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { Matter } from '../../matter.js';
import type { MatterReport, MatterReporting, Reported } from '../../reporting/report-matter.js';
import type { Received, SealedReporting, SealedWords } from '../../reporting/report-sealed.js';
import { MatterType } from '../matter.type.js';
import { ReportMatterInput, type SealedReportInput } from './report-matter.input.js';

/** Declares the answer to a change of a matter; the live feature adds `event`. */
@ObjectType('MatterChanged', { description: '事项已变更。A matter was changed.' })
export class MatterChangedType {
  @Field(() => MatterType, { description: '变更后的事项。The matter after the change.' })
  matter!: Matter;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link MatterChangedType} shows. */
export interface MatterChangedValue {
  readonly typeName: 'MatterChanged';
  readonly matter: Matter;
  readonly idempotentReplay: boolean;
}

/** Declares the answer to an accusation. */
@ObjectType('ReportReceived', {
  description: '已收到；除保管部门外无人知其存在。It was received; nobody but its keeper learns that it exists.',
})
export class ReportReceivedType {
  @Field(() => String, { description: '回执号，仅保管部门能据此查到。The receipt; only the keeper can find it by this.' })
  receipt!: string;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link ReportReceivedType} shows. */
export interface ReportReceivedValue extends Received {
  readonly typeName: 'ReportReceived';
}

const ReportMatterResult = createUnionType({
  name: 'ReportMatterResult',
  description: '上报的结果：已变更，或有名有姓的拒绝。The answer to a report: the change, or a named refusal.',
  types: () =>
    [
      MatterChangedType,
      ReportReceivedType,
      BadInputType,
      NotFoundType,
      ForbiddenType,
      IdempotencyKeyReusedType,
      SourceUnavailableType,
    ] as const,
  resolveType: resultTypeOf,
});

/** Takes reports of new matters. */
@Resolver()
export class ReportMatterResolver {
  readonly #reporting: MatterReporting;
  readonly #sealed: SealedReporting;

  constructor(reporting: MatterReporting, sealed: SealedReporting) {
    this.#reporting = reporting;
    this.#sealed = sealed;
  }

  @Mutation(() => ReportMatterResult, { description: '上报一个新事项。Reports a new matter.' })
  async reportMatter(
    @Arg('input', () => ReportMatterInput, { description: '上报内容。The report.' }) input: ReportMatterInput,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<MatterChangedValue | ReportReceivedValue | RefusalValue> {
    return orRefusal(context.language, async () => {
      const reported = await this.#report(input, context);
      if ('receipt' in reported) return { typeName: 'ReportReceived', ...reported };
      const matter = await this.#reporting.matterOf(reported);
      return { typeName: 'MatterChanged', matter, idempotentReplay: reported.idempotentReplay };
    });
  }

  #report(input: ReportMatterInput, context: RequestContext<CityModel>): Promise<Reported | Received> {
    const report = reportOf(input);
    return input.sealed ? this.#sealed.report(report, wordsOf(input.sealed), context) : this.#reporting.report(report, context);
  }
}

function wordsOf({ keeper, name, contact, idNumber, address, text, accusation }: SealedReportInput): SealedWords {
  const given = { name: name ?? null, contact: contact ?? null, idNumber: idNumber ?? null, address: address ?? null, text: text ?? null };
  return { keeper, ...given, accusation };
}

function reportOf(input: ReportMatterInput): MatterReport {
  const { idempotencyKey, title, source } = input;
  return {
    idempotencyKey,
    title,
    source,
    category: { standard: input.category.standard, kind: input.category.kind, code: input.category.code },
    point: input.point ? { longitude: input.point.longitude, latitude: input.point.latitude } : null,
    grid: input.grid ?? null,
    unit: input.unit ? { department: input.unit.department, localId: input.unit.localId, layer: input.unit.layer ?? null } : null,
    about: input.about ?? [],
  };
}
