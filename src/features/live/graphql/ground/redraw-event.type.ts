import { Field, ObjectType } from 'type-graphql';

import { RedrawType } from '../../../lineage/graphql/index.js';
import { GridEventType } from './grid-event.type.js';

/** Declares what became of a redraw. */
@ObjectType('RedrawEvent', {
  implements: GridEventType,
  description: '一个调整方案已告知各部门，或已备案公布。The offices were told of a redraw, or it was filed and published.',
})
export class RedrawEventType extends GridEventType {
  @Field(() => RedrawType, {
    description: '投递时的调整方案，含停用与新的单元。The redraw as at delivery, with the units that end and begin.',
  })
  redraw!: RedrawType;
}
