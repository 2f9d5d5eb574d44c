import { Field, Float, ObjectType } from 'type-graphql';

import { LayerType } from '../../grids/graphql/index.js';
import type { Layer } from '../../grids/index.js';
import type { LinkBasis } from '../link-basis.js';
import { LinkBasisEnum } from './grid-link.type.js';

/** Declares how one layer covers the asked unit. */
@ObjectType('Coverage', {
  description:
    '某图层对被问网格的覆盖：linked + omitted + uncovered − doubleCover = 1 ± 1e-9。How one layer covers the asked unit: linked + omitted + uncovered − doubleCover = 1 ± 1e-9.',
})
export class CoverageType {
  @Field(() => LayerType, { description: '哪个图层。Which layer.' })
  layer!: Layer;

  @Field(() => LinkBasisEnum, { nullable: true, description: '依据；毫无线索时为 null。The basis; null where nothing links the two.' })
  basis!: LinkBasis | null;

  @Field(() => Float, { description: '已关联的份额。The share that is linked.' })
  linked!: number;

  @Field(() => Float, { description: '碎片或低于 minWeight 而略去的份额。The share left out as slivers or under minWeight.' })
  omitted!: number;

  @Field(() => Float, { description: '无人覆盖的份额。The share that nobody covers.' })
  uncovered!: number;

  @Field(() => Float, { description: '因该图层自身重叠而多算的份额。The share counted twice because the layer overlaps itself.' })
  doubleCover!: number;
}

/** What {@link CoverageType} shows. */
export type CoverageValue = Pick<CoverageType, 'layer' | 'basis' | 'linked' | 'omitted' | 'uncovered' | 'doubleCover'>;
