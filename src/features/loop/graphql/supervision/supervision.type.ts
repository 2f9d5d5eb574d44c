import { Field, Int, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../../graphql/scalars.js';
import type { Supervision } from '../../supervision/ports.js';

/** Declares a supervision of a matter. */
@ObjectType('Supervision', { description: '督办。A supervision of a matter, to which an answer is owed.' })
export class SupervisionType implements Omit<Supervision, 'matterUuid' | 'organisationUuid'> {
  @Field(() => Int, {
    description: '督办此步到达的事项版本，答复时凭它指明。The version that ordering it led to, by which an answer names it.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: '督办时刻。When it was ordered.' })
  orderedAt!: Date;

  @Field(() => DateTimeScalar, { description: '答复期限。Until when an answer is owed.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '答复时刻；未答复为 null。When it was answered; null while it was not.' })
  answeredAt!: Date | null;

  @Field(() => Int, { nullable: true, description: '答复此步到达的事项版本。The version that the answer led to.' })
  answeredVersion!: number | null;
}
