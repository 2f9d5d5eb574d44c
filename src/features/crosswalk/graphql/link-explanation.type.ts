import { Field, Float, ObjectType } from 'type-graphql';

import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { GridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { LinkEvidence, LinkExplanation } from '../explain/evidence.js';
import type { LinkBasis } from '../link-basis.js';
import type { Wording } from '../wording.js';
import { LinkBasisEnum } from './grid-link.type.js';
import { LinkEvidenceType } from './link-evidence.type.js';
import { WordingType } from './wording.type.js';

/** Declares why the link of two units is answered as it is, or why there is none. */
@ObjectType('LinkExplanation', {
  description:
    '两个网格的关联何以如此作答，或何以没有关联，从 a 的一方看。Why the link of two units is answered as it is, or why there is none, as seen from a.',
})
export class LinkExplanationType implements LinkExplanation {
  @Field(() => GridType, {
    simple: true,
    nullable: true,
    description: '被问的网格 a；当日无效则为 null。The asked unit a; null where it is not valid on that day.',
  })
  a!: GridUnit | null;

  @Field(() => GridType, {
    simple: true,
    nullable: true,
    description: '另一网格 b；当日无效则为 null。The other unit b; null where it is not valid on that day.',
  })
  b!: GridUnit | null;

  @Field(() => DateScalar, { simple: true, description: '按哪一天。The day that is answered for.' })
  at!: string;

  @Field(() => DateTimeScalar, { simple: true, nullable: true, description: '按何时所知；null 为现在。As known when; null means now.' })
  knownAt!: Date | null;

  @Field(() => LinkBasisEnum, {
    simple: true,
    nullable: true,
    description: '不指明依据时以何作答；无关联则为 null。The basis that answers when none is asked for; null without link.',
  })
  basis!: LinkBasis | null;

  @Field(() => Float, { simple: true, nullable: true, description: 'a 在 b 内的份额。The share of a that lies in b.' })
  weight!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: 'b 在 a 内的份额。The share of b that lies in a.' })
  inverseWeight!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: '共有面积，平方米。The ground in common, square metres.' })
  areaM2!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: '把握程度 0..1。How far the evidence carries, 0..1.' })
  confidence!: number | null;

  @Field(() => [LinkEvidenceType], { simple: true, description: '逐步的证据。The evidence, step by step.' })
  steps!: readonly LinkEvidence[];

  @Field(() => WordingType, { simple: true, description: '结论一句话。The verdict in one sentence.' })
  sentence!: Wording;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description:
      '由两者本身重算的权重，与 weight 相差不过 1e-9。The weight computed once more from the two units alone, within 1e-9 of weight.',
  })
  replayedWeight!: number | null;
}
