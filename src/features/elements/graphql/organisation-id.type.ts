import { Field, ObjectType } from 'type-graphql';

import { DateScalar, IdScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { StatementOriginEnum } from '../../access/graphql/index.js';
import type { StatementOrigin } from '../../access/index.js';
import type { OrganisationId } from '../organisation-id.js';

/** Declares an id of an organisation beside its register's own. */
@ObjectType('OrganisationId', {
  description:
    '组织的另一编号；同一（发证方、方案、代码）同时只属一个组织。Another id of an organisation; one (issuer, scheme, code) names one organisation at a time.',
})
export class OrganisationIdType implements Omit<OrganisationId, 'uuid' | 'organisationUuid'> {
  @Field(() => IdScalar, { description: '这条记录的编号，撤回时用。The id of the statement, by which it is withdrawn.' })
  id!: string;

  @Field(() => String, { description: '发证方。Who issued the code.' })
  issuer!: string;

  @Field(() => String, { description: '编码方案。The scheme of the code.' })
  scheme!: string;

  @Field(() => SourceIdScalar, { description: '代码。The code.' })
  code!: string;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。Until this day, exclusive.' })
  validTo!: string | null;

  @Field(() => String, { description: '依据。What it rests on.' })
  evidence!: string;

  @Field(() => StatementOriginEnum, { description: '来自数据包还是由人申明。Whether a pack brought it or a person declared it.' })
  origin!: StatementOrigin;
}
