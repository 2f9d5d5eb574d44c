import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { GridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { GridLink } from '../link.js';
import { linkBases, type LinkBasis } from '../link-basis.js';

/** The enum `LinkBasis`. */
export const LinkBasisEnum = Object.fromEntries(linkBases.map((basis) => [basis, basis])) as Readonly<Record<LinkBasis, LinkBasis>>;

registerEnumType(LinkBasisEnum, {
  name: 'LinkBasis',
  description: '权重的依据；同一行内从不混用。What a weight is measured by; never mixed within one row.',
  valuesConfig: {
    DECLARED: { description: '人工认定。Declared by a person in office.' },
    AREA: { description: '重叠面积。The ground in common.' },
    HOUSEHOLDS: { description: '共有住户。The households in common.' },
    ADDRESS: { description: '共有楼栋。The buildings in common.' },
    CODE: { description: '区划代码。The division code.' },
  },
});

/** Declares one way of a link. */
@ObjectType('GridLink', { description: '两个网格的一条关联，从被问的一方看。One way of a link, as seen from the unit that was asked.' })
export class GridLinkType implements GridLink {
  @Field(() => GridType, { simple: true, description: '另一方网格。The other unit.' })
  grid!: GridUnit;

  @Field(() => Float, {
    simple: true,
    description:
      '被问网格落在 grid 内的份额，按 basis 计，0 < 权重 ≤ 1。Share of the asked unit that lies in grid, by basis, 0 < weight ≤ 1.',
  })
  weight!: number;

  @Field(() => Float, { simple: true, description: 'grid 落在被问网格内的份额。Share of grid that lies in the asked unit.' })
  inverseWeight!: number;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description:
      '权重由多步沿革推得时，真值不小于此；实测时为 null。The true weight is no less than this, where it was composed of several steps; null where measured.',
  })
  weightLow?: number;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description:
      '权重由多步沿革推得时，真值不大于此；实测时为 null。The true weight is no more than this, where it was composed of several steps; null where measured.',
  })
  weightHigh?: number;

  @Field(() => Float, { simple: true, nullable: true, description: '共有面积，平方米。The ground in common, square metres.' })
  areaM2!: number | null;

  @Field(() => LinkBasisEnum, { simple: true, description: '权重的依据。What the weight is measured by.' })
  basis!: LinkBasis;

  @Field(() => Float, { simple: true, description: '把握程度 0..1。How far the evidence carries, 0..1.' })
  confidence!: number;

  @Field(() => DateScalar, { simple: true, description: '自此日起有效（含）。Valid from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    simple: true,
    nullable: true,
    description: '至此日止（不含）；null 为仍有效。No longer valid on this day; null while in force.',
  })
  validTo!: string | null;
}

/** Declares a page of links. */
export const GridLinkConnection = connectionType<GridLink>({ name: 'GridLink', zh: '网格关联', en: 'links' }, () => GridLinkType);
