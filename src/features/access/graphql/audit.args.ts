import { ArgsType, Field, InputType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { DateTimeScalar, IdScalar } from '../../../graphql/scalars.js';
import type { AuditKind } from '../ports.js';
import { AuditKindEnum } from './audit-entry.type.js';

/** Declares what the audit log is asked by. */
@InputType('AuditTrailFilter', { description: '审计日志的筛选条件，须全部满足。What lines must be, all of it.' })
export class AuditTrailFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: '自此时起（含）。From this instant on.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '至此时止（不含）。Before this instant.' })
  until?: Date | null;

  @Field(() => String, { nullable: true, description: '主体。Who.' })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: '行为。What was done.' })
  act?: string | null;

  @Field(() => AuditKindEnum, { nullable: true, description: '种类。The kind.' })
  kind?: AuditKind | null;

  @Field(() => String, { nullable: true, description: '数据属谁。Whose data.' })
  office?: string | null;
}

/** Declares the arguments of the audit log. */
@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => AuditTrailFilter, { nullable: true, description: '筛选条件。What lines are asked for.' })
  where?: AuditTrailFilter | null;
}

/** Declares the arguments of who saw a record. */
@ArgsType()
export class WhoSawArgs extends PageArgs {
  @Field(() => IdScalar, { description: '记录的全局编号。The global id of the record.' })
  id!: string;
}
