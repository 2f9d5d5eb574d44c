import { Field, Float, InputType, Int } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateScalar, DivisionCodeScalar, GeoJsonScalar, IdScalar, LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { DeclarationInput } from '../../access/graphql/index.js';
import type { LineageKind } from '../lineage-step.js';
import { LineageKindEnum } from './lineage.type.js';

/** Declares a predecessor of a proposed unit. */
@InputType('PredecessorInput', { description: '无界线可据时写明的前身。A predecessor, named where outlines do not tell it.' })
export class PredecessorInput {
  @Field(() => SourceIdScalar, { description: '前身编号，须在停用之列。The id of a unit that ends.' })
  localId!: string;

  @Field(() => Float, { defaultValue: 1, description: '前身归入新单元的份额。Share of it that goes to the new unit.' })
  weight!: number;

  @Field(() => Float, { defaultValue: 1, description: '新单元来自它的份额。Share of the new unit that comes from it.' })
  inverseWeight!: number;
}

/** Declares a unit that a redraw is to begin. */
@InputType('RedrawUnitInput', { description: '拟新设的单元。A unit that is to begin.' })
export class RedrawUnitInput {
  @Field(() => SourceIdScalar, { description: '编号，合图层的编码规则。The id, by the rule of the layer.' })
  localId!: string;

  @Field(() => String, { description: '名称。The name.' })
  name!: string;

  @Field(() => GeoJsonScalar, {
    nullable: true,
    description: '界线（Polygon 或 MultiPolygon，EPSG:4326）。The boundary, a Polygon or MultiPolygon in EPSG:4326.',
  })
  boundary?: unknown;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '区划代码。The division code.' })
  divisionCode?: string | null;

  @Field(() => Int, { nullable: true, description: '户数。The number of households.' })
  households?: number | null;

  @Field(() => [PredecessorInput], {
    nullable: true,
    description: '无界线可据时的前身。The predecessors, where outlines do not tell them.',
  })
  predecessors?: readonly PredecessorInput[] | null;
}

/** Declares a proposal of a redraw. */
@InputType('RedrawGridsInput', { description: '提出一个图层的重新划分。A proposal to divide some units of a layer anew.' })
export class RedrawGridsInput extends DeclarationInput {
  @Field(() => LayerKeyScalar, { description: '图层。The layer.' })
  layer!: string;

  @Field(() => DateScalar, { description: '生效日（新划分的第一天）。The first day of the new division.' })
  effectiveFrom!: string;

  @Field(() => [SourceIdScalar], { description: '停用单元的编号。The ids of the units that end.' })
  ends!: readonly string[];

  @Field(() => [RedrawUnitInput], {
    description: '新的单元；沿用编号而地域不变者即原单元。The units that begin; one that keeps its id and its ground is the unit it was.',
  })
  units!: readonly RedrawUnitInput[];

  @Field(() => String, {
    nullable: true,
    description:
      '有意留空的理由，1–500 字，勿写姓名。Why ground is left to nobody, where it is meant: 1 to 500 characters, no names of persons.',
  })
  declaredGaps?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '有意重叠的理由，1–500 字，勿写姓名。Why ground is given twice, where it is meant: 1 to 500 characters, no names of persons.',
  })
  declaredOverlaps?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '有意划入外部地域的理由，1–500 字，勿写姓名。Why ground outside the old units is taken in, where it is meant: 1 to 500 characters, no names of persons.',
  })
  declaredBeyond?: string | null;
}

/** What a review may come to. */
export type ReviewOutcome = 'APPROVED' | 'RETURNED';

/** The enum `ReviewOutcome`. */
export const ReviewOutcomeEnum = wordEnum<ReviewOutcome>({
  name: 'ReviewOutcome',
  description: '审核结论。What a review comes to.',
  words: { APPROVED: '通过，随即告知各部门。Passed; the offices are told at once.', RETURNED: '退回。Returned.' },
});

/** Declares a review of a redraw. */
@InputType('ReviewRedrawInput', { description: '县级审核。A review by the county level.' })
export class ReviewRedrawInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '方案。The redraw.' })
  id!: string;

  @Field(() => Int, { description: '所见版本。The version that was looked at.' })
  expectedVersion!: number;

  @Field(() => ReviewOutcomeEnum, { description: '结论。The outcome.' })
  outcome!: ReviewOutcome;
}

/** Declares the filing of a redraw. */
@InputType('FileRedrawInput', {
  description: '市级备案并公布；document 填备案号。The filing with the city, which publishes; document is the filing number.',
})
export class FileRedrawInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '方案。The redraw.' })
  id!: string;

  @Field(() => Int, { description: '所见版本。The version that was looked at.' })
  expectedVersion!: number;
}

/** Declares that an office takes note. */
@InputType('AcknowledgeRedrawInput', { description: '部门签收。An office takes note of a redraw.' })
export class AcknowledgeRedrawInput {
  @Field(() => String, { description: '幂等键，1–128 字符。The idempotency key, 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => IdScalar, { description: '方案。The redraw.' })
  id!: string;

  @Field(() => Department, { description: '哪个部门。Which office.' })
  department!: string;
}

/** Declares a declaration of lineage. */
@InputType('DeclareLineageInput', {
  description: '申明一个旧单元由哪个新单元承接。A declaration that a unit took the place of another, or of a part of it.',
})
export class DeclareLineageInput extends DeclarationInput {
  @Field(() => LayerKeyScalar, { description: '图层。The layer.' })
  layer!: string;

  @Field(() => LineageKindEnum, { description: '种类。The kind.' })
  kind!: LineageKind;

  @Field(() => SourceIdScalar, { description: '旧编号。The old id.' })
  from!: string;

  @Field(() => SourceIdScalar, { description: '新编号。The new id.' })
  to!: string;

  @Field(() => Float, { defaultValue: 1, description: '旧单元归入新单元的份额。Share of the old unit that went to the new one.' })
  weight!: number;

  @Field(() => Float, { defaultValue: 1, description: '新单元来自旧单元的份额。Share of the new unit that came from the old one.' })
  inverseWeight!: number;

  @Field(() => DateScalar, { description: '生效日。The first day of the new state.' })
  effectiveOn!: string;
}
