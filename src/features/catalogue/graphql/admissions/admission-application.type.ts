import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../../graphql/connection.js';
import { DateScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { AdmissionApplication, ApplicationState, Verdict } from '../../admission-application.js';

/** The enum `AdmissionVerdict`. */
export const VerdictEnum = wordEnum<Verdict>({
  name: 'AdmissionVerdict',
  description: '审核结论。What a review says.',
  words: { ACCEPTED: '通过。Accepted.', REFUSED: '不予准入，须写明理由。Refused, with the reason.' },
});

/** The enum `AdmissionApplicationState`. */
export const ApplicationStateEnum = wordEnum<ApplicationState>({
  name: 'AdmissionApplicationState',
  description: '准入申请的状态。Where an application stands.',
  words: {
    PENDING: '待审核。Waits for its review.',
    ACCEPTED: '已通过，待公布。Accepted, not yet published.',
    REFUSED: '不予准入。Refused.',
    PUBLISHED: '已列入清单。In an edition of the list.',
  },
});

/** Declares an application for the admission list. */
@ObjectType('AdmissionApplication', {
  description:
    '准入申请：某组织请求把一类事项列入网格事项准入清单。An application: an organisation asks for a category to be put on the admission list.',
})
export class AdmissionApplicationType implements Omit<AdmissionApplication, 'uuid' | 'category' | 'organisationUuid'> {
  @Field(() => IdScalar, { description: '编号。The id.' })
  id!: string;

  @Field(() => String, { description: '对网格员的要求。What grid staff would do.' })
  task!: string;

  @Field(() => Boolean, { description: '是否临时事项。Whether it is temporary.' })
  temporary!: boolean;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。Until this day, exclusive.' })
  validTo!: string | null;

  @Field(() => String, { description: '申请文号。The document of the application.' })
  document!: string;

  @Field(() => DateTimeScalar, { description: '申请时间。When it was made.' })
  appliedAt!: Date;

  @Field(() => ApplicationStateEnum, { description: '状态。Where it stands.' })
  state!: ApplicationState;

  @Field(() => String, { nullable: true, description: '审核理由。The reason that the review gave.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '审核时间。When it was reviewed.' })
  reviewedAt!: Date | null;

  @Field(() => Int, { description: '版本，审核时作 expectedVersion 给出。The version, to be given as expectedVersion.' })
  version!: number;
}

/** The connection `AdmissionApplicationConnection`. */
export const AdmissionApplicationConnection = connectionType<AdmissionApplication>(
  { name: 'AdmissionApplication', zh: '准入申请', en: 'applications for the admission list' },
  () => AdmissionApplicationType,
);
