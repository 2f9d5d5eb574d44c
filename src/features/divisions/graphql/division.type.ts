import { Field, ObjectType } from 'type-graphql';

import { DateScalar, DivisionCodeScalar } from '../../../graphql/scalars.js';
import type { Division, DivisionLevel } from '../division.js';
import { DivisionLevelEnum } from './division-level.js';

type Shown = Pick<Division, 'code' | 'name' | 'level' | 'kind' | 'validFrom' | 'validTo'>;

/** Declares the type `Division`; its value is a `DivisionOfDay`. `DivisionResolver` adds what stands above and below it. */
@ObjectType('Division', { description: '行政区划。A division of the city by law: the city, a county, a township or a community.' })
export class DivisionType implements Shown {
  @Field(() => DivisionCodeScalar, { simple: true, description: '区划代码，改划后会变。The division code, which a redrawing may change.' })
  readonly code!: string;

  @Field(() => String, {
    simple: true,
    description: '名称，同名者不少，不可据以识别。The name, which others may share, so that it identifies nothing.',
  })
  readonly name!: string;

  @Field(() => DivisionLevelEnum, { simple: true, description: '层级。The level.' })
  readonly level!: DivisionLevel;

  @Field(() => String, {
    simple: true,
    description:
      '种类，以登记为准，不由代码区间推断。The kind as the register tells it, such as SUBDISTRICT or RESIDENTS, never read from the code.',
  })
  readonly kind!: string;

  @Field(() => DateScalar, { simple: true, description: '自该日起有效。The first day on which it stands.' })
  readonly validFrom!: string;

  @Field(() => DateScalar, {
    simple: true,
    nullable: true,
    description: '自该日起不再有效，空则仍有效。The first day on which it stands no longer, null while it stands.',
  })
  readonly validTo!: string | null;
}
