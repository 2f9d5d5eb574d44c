import { Field, ObjectType } from 'type-graphql';

import { DateScalar, DivisionCodeScalar } from '../../../../graphql/scalars.js';
import { DivisionLevelEnum, DivisionType } from '../../../divisions/graphql/index.js';
import type { DivisionLevel } from '../../../divisions/index.js';
import type { DivisionEvent } from '../../ground/grid-event.js';
import { GridEventType } from './grid-event.type.js';

/** Declares a change of a division; the code stands also where the division is gone. */
@ObjectType('DivisionEvent', { implements: GridEventType, description: '一个区划新增或变更。A division was added or changed.' })
export class DivisionEventType extends GridEventType implements Omit<DivisionEvent, 'typeName'> {
  @Field(() => DivisionCodeScalar, { description: '区划代码。The code.' })
  code!: string;

  @Field(() => String, { description: '名称。The name.' })
  name!: string;

  @Field(() => DivisionLevelEnum, { description: '层级。The level.' })
  level!: DivisionLevel;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: '上级区划代码；市级为 null。The code of the division above; null for the city.',
  })
  parentCode!: string | null;

  @Field(() => DateScalar, { description: '自该日起有效。The first day on which it stands.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自该日起不再有效，空则仍有效。The first day on which it stands no longer, null while it stands.',
  })
  validTo!: string | null;

  @Field(() => DivisionType, {
    nullable: true,
    description: '投递当日的区划；当日没有时为 null。The division of the day of delivery; null where there is none.',
  })
  division!: DivisionType | null;
}
