import { Field, ObjectType } from 'type-graphql';

import { LinkDecisionType } from '../../../crosswalk/graphql/index.js';
import { LayerType } from '../../../grids/graphql/index.js';
import { UnitOfRecordType } from '../../../lineage/graphql/index.js';
import { GridEventType } from './grid-event.type.js';

/** Declares a change of links. */
@ObjectType('LinksEvent', { implements: GridEventType, description: '网格之间的关联有变更。Links between units are others now.' })
export class LinksEventType extends GridEventType {
  @Field(() => UnitOfRecordType, {
    nullable: true,
    description: '谁的关联；CROSSWALK_PUBLISHED 时为 null。Whose links; null for CROSSWALK_PUBLISHED, which closes a computation.',
  })
  unit!: UnitOfRecordType | null;

  @Field(() => [LayerType], { description: '与哪些图层的关联有变更。Towards which layers they changed.' })
  towards!: readonly LayerType[];

  @Field(() => Boolean, {
    description:
      '是否任一网格的关联都可能已变（全量计算，不再逐个告知）。Whether the links of any unit may be others now, which is not told one by one.',
  })
  ofEveryUnit!: boolean;
}

/** Declares a decision about links. */
@ObjectType('DecisionEvent', { implements: GridEventType, description: '对关联作出了一项决定。Somebody decided about links.' })
export class DecisionEventType extends GridEventType {
  @Field(() => LinkDecisionType, { description: '决定。The decision.' })
  decision!: LinkDecisionType;

  @Field(() => LinkDecisionType, {
    nullable: true,
    description: '它所终止的决定；没有时为 null。The decision that it ends; null where it ends none.',
  })
  ended!: LinkDecisionType | null;
}
