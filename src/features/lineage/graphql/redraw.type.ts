import { Field, Float, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { Department } from '../../../graphql/department.js';
import {
  DateScalar,
  DateTimeScalar,
  DivisionCodeScalar,
  GeoJsonScalar,
  IdScalar,
  LayerKeyScalar,
  SourceIdScalar,
} from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { GroundFaultKind, Redraw, RedrawDeed, RedrawState } from '../redraw.js';

/** The enum `RedrawState`. */
export const RedrawStateEnum = wordEnum<RedrawState>({
  name: 'RedrawState',
  description: '网格调整方案的状态。Where a redraw stands.',
  words: {
    PROPOSED: '乡级已提出，待县级审核。Proposed by the township level, to be reviewed by the county level.',
    RETURNED: '县级已退回。Returned by the county level; another one may be proposed.',
    NOTIFIED: '县级已通过并告知各部门，待市级备案。Passed, the offices told, to be filed with the city.',
    FILED: '市级已备案公布，不再更改。Filed and published; never changed again.',
  },
});

/** The enum `RedrawDeed`. */
export const RedrawDeedEnum = wordEnum<RedrawDeed>({
  name: 'RedrawDeed',
  description: '对调整方案的一步。A step of the procedure.',
  words: { PROPOSE: '提出。Proposed.', APPROVE: '审核通过。Passed.', RETURN: '退回。Returned.', FILE: '备案公布。Filed and published.' },
});

/** The enum `GroundFaultKind`. */
export const GroundFaultKindEnum = wordEnum<GroundFaultKind>({
  name: 'GroundFaultKind',
  description: '地域不吻合的种类。How the ground of a redraw does not fit.',
  words: {
    HOLE: '原有地域无人承接。Ground of the old units is left to nobody.',
    OVERLAP: '地域重叠。Ground is given twice.',
    BEYOND: '划入原地域以外。Ground outside the old units is taken in.',
  },
});

/** Declares a place where the ground does not fit. */
@ObjectType('GroundFault', { description: '地域不吻合之处。A place where the ground of a redraw does not fit.' })
export class GroundFaultType {
  @Field(() => GroundFaultKindEnum, { description: '种类。The kind.' })
  kind!: GroundFaultKind;

  @Field(() => Float, { description: '面积，平方米。The area, square metres.' })
  areaM2!: number;

  @Field(() => Float, { description: '其中一点的经度。The longitude of a place in it.' })
  longitude!: number;

  @Field(() => Float, { description: '其中一点的纬度。The latitude of that place.' })
  latitude!: number;

  @Field(() => [SourceIdScalar], { description: '涉及的单元。The units concerned.' })
  localIds!: readonly string[];
}

/** Declares a predecessor that somebody named. */
@ObjectType('RedrawPredecessor', { description: '人工写明的前身。A predecessor that somebody named.' })
export class RedrawPredecessorType {
  @Field(() => SourceIdScalar, { description: '前身编号。The id of the predecessor.' })
  localId!: string;

  @Field(() => Float, { description: '前身归入的份额。Share of it that goes to the new unit.' })
  weight!: number;

  @Field(() => Float, { description: '新单元来自它的份额。Share of the new unit that comes from it.' })
  inverseWeight!: number;
}

/** Declares a unit of a redraw. */
@ObjectType('RedrawUnit', { description: '调整方案中的一个单元。A unit that a redraw ends or begins.' })
export class RedrawUnitType {
  @Field(() => SourceIdScalar, { description: '编号。The id.' })
  localId!: string;

  @Field(() => String, { description: '名称。The name.' })
  name!: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '区划代码。The division code.' })
  divisionCode!: string | null;

  @Field(() => Int, { nullable: true, description: '户数。The number of households.' })
  households!: number | null;

  @Field(() => GeoJsonScalar, { nullable: true, description: '界线；不画界线时为 null。The boundary; null where none is drawn.' })
  boundary!: object | null;

  @Field(() => Float, { nullable: true, description: '面积，平方米。The area, square metres.' })
  areaM2!: number | null;

  @Field(() => [RedrawPredecessorType], {
    description: '人工写明的前身；由界线得出时为空。The predecessors that were named; empty where outlines tell them.',
  })
  predecessors!: readonly RedrawPredecessorType[];
}

/** Declares one step that a redraw has taken. */
@ObjectType('RedrawAct', { description: '方案走过的一步。A step that a redraw has taken.' })
export class RedrawActType {
  readonly organisationUuid!: string;

  @Field(() => RedrawDeedEnum, { description: '哪一步。Which step.' })
  deed!: RedrawDeed;

  @Field(() => String, { description: '经办职务。The office of whoever did it; never a name.' })
  role!: string;

  @Field(() => String, { description: '文号。The number of the document.' })
  document!: string;

  @Field(() => DateTimeScalar, { description: '时间。When.' })
  at!: Date;
}

/** Declares what an office was told. */
@ObjectType('RedrawNotice', { description: '对一个部门的告知。What an office was told of a redraw.' })
export class RedrawNoticeType {
  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => DateTimeScalar, { description: '告知时间。When it was told.' })
  notifiedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '签收时间。When it took note; null before.' })
  acknowledgedAt!: Date | null;
}

/** Declares a redraw; `RedrawFieldsResolver` adds what is called otherwise in the record. */
@ObjectType('Redraw', {
  description: '一个图层自某日起的重新划分，按程序办理。A new division of some units of a layer, on its way through the procedure.',
})
export class RedrawType {
  @Field(() => IdScalar, { description: '全局编号。The global id.' })
  id!: string;

  @Field(() => LayerKeyScalar, { description: '图层键。The key of the layer.' })
  layerKey!: string;

  @Field(() => RedrawStateEnum, { description: '状态。Where it stands.' })
  state!: RedrawState;

  @Field(() => Int, { description: '版本，每步加一。The version, which rises with every step.' })
  version!: number;

  @Field(() => DateScalar, { description: '生效日（新划分的第一天）。The first day of the new division.' })
  effectiveFrom!: string;

  @Field(() => [RedrawUnitType], { description: '停用的单元。The units that end.' })
  ends!: readonly RedrawUnitType[];

  @Field(() => [RedrawUnitType], { description: '新的单元。The units that begin.' })
  units!: readonly RedrawUnitType[];

  @Field(() => [GroundFaultType], { description: '已说明理由的不吻合之处。What does not fit and was declared.' })
  findings!: readonly GroundFaultType[];

  @Field(() => String, { nullable: true, description: '有意留空的理由。Why ground is left to nobody.' })
  declaredGaps!: string | null;

  @Field(() => String, { nullable: true, description: '有意重叠的理由。Why ground is given twice.' })
  declaredOverlaps!: string | null;

  @Field(() => String, { nullable: true, description: '有意划入外部地域的理由。Why ground outside is taken in.' })
  declaredBeyond!: string | null;

  @Field(() => RedrawActType, { description: '由谁提出。Who proposed it.' })
  proposedBy!: RedrawActType;

  @Field(() => RedrawActType, { nullable: true, description: '由谁审核。Who reviewed it.' })
  reviewedBy!: RedrawActType | null;

  @Field(() => RedrawActType, { nullable: true, description: '由谁备案。Who filed it.' })
  filedBy!: RedrawActType | null;

  @Field(() => [RedrawNoticeType], { description: '对各部门的告知。What the offices were told.' })
  notices!: readonly RedrawNoticeType[];
}

/** Declares a page of redraws. */
export const RedrawConnection = connectionType<RedrawType>({ name: 'Redraw', zh: '调整方案', en: 'redraws' }, () => RedrawType);

/** What a redraw shows. */
export function redrawShown(redraw: Redraw, id: string): RedrawType {
  const { layerKey, state, version, effectiveFrom, findings, declared, acts, notices } = redraw;
  const actOf = (...deeds: readonly RedrawDeed[]): RedrawActType | null => acts.find(({ deed }) => deeds.includes(deed)) ?? null;
  return {
    id,
    layerKey,
    state,
    version,
    effectiveFrom,
    findings,
    notices,
    ends: redraw.ends.map(unitShown),
    units: redraw.begins.map(unitShown),
    declaredGaps: declared.gaps,
    declaredOverlaps: declared.overlaps,
    declaredBeyond: declared.beyond,
    proposedBy: actOf('PROPOSE')!,
    reviewedBy: actOf('APPROVE', 'RETURN'),
    filedBy: actOf('FILE'),
  };
}

function unitShown({ boundary, ...unit }: Redraw['ends'][number]): RedrawUnitType {
  return { ...unit, boundary: boundary && { type: 'MultiPolygon', coordinates: boundary } };
}
