import { Field, Float, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateScalar, DateTimeScalar, DivisionCodeScalar, IdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { GridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type {
  AddressEvidence,
  AreaEvidence,
  CodeEvidence,
  CrosswalkRun,
  DeclarationEvidence,
  EvidenceKind,
  HouseholdEvidence,
  LineageEvidence,
  LinkEvidence,
  RejectionEvidence,
} from '../explain/evidence.js';
import type { Wording } from '../wording.js';
import { WordingType } from './wording.type.js';

const EvidenceKindEnum = wordEnum<EvidenceKind>({
  name: 'EvidenceKind',
  description: '一步证据所看的东西，按讲述次序。What a step of an explanation looks at, in the order in which steps are told.',
  words: {
    LINEAGE: '沿革：一方当日无效。Lineage: an end is not valid on that day.',
    AREA: '面积：两者的边界。Area: the outlines of both.',
    HOUSEHOLDS: '住户：各部门所计。Households, as offices count them.',
    ADDRESS: '楼栋：共有的楼栋。Buildings that both hold.',
    CODE: '代码：区划代码。Division codes.',
    REJECTION: '否定：有人在职权内否定。A rejection by a person in office.',
    DECLARATION: '认定：有人在职权内认定。A declaration by a person in office.',
  },
});

const CodeRuleEnum = wordEnum<NonNullable<CodeEvidence['rule']>>({
  name: 'CodeRule',
  description: '按代码关联时反向份额的算法。How the inverse of a link by code is found.',
  words: {
    SHARE_OF_GROUND: '各成员均有边界，按面积。By ground, where all members are drawn.',
    EQUAL_SHARES: '有成员无边界，均分。In equal shares, where some are not.',
  },
});

/** Declares one computation of the crosswalk. */
@ObjectType('CrosswalkRun', { description: '一次对照计算。One computation of the crosswalk.' })
export class CrosswalkRunType implements CrosswalkRun {
  @Field(() => String, { simple: true, description: '编号。Its id.' })
  id!: string;

  @Field(() => String, { simple: true, description: '计算引擎及版本。Name and version of the engine.' })
  engine!: string;

  @Field(() => DateTimeScalar, { simple: true, description: '计算时刻。When it was computed.' })
  computedAt!: Date;
}

/** Declares what two outlines tell. */
@ObjectType('AreaEvidence', {
  description: '两块土地，平方米：commonM2 / areaOfAM2 即权重。The ground of two units, square metres: commonM2 / areaOfAM2 is the weight.',
})
export class AreaEvidenceType implements AreaEvidence {
  @Field(() => Float, { simple: true, description: 'a 的面积。The area of a.' })
  areaOfAM2!: number;

  @Field(() => Float, { simple: true, description: 'b 的面积。The area of b.' })
  areaOfBM2!: number;

  @Field(() => Float, { simple: true, description: '共有面积。What they have in common.' })
  commonM2!: number;

  @Field(() => Float, { simple: true, description: '低于此值即视为碎片。Common ground below this is a sliver.' })
  sliverBelowM2!: number;

  @Field(() => Boolean, { simple: true, description: '是否作为碎片略去。Whether it was cut as a sliver.' })
  isSliver!: boolean;
}

/** Declares how many households one office counts. */
@ObjectType('HouseholdEvidence', { description: '某部门所计的住户数。How many households one office counts.' })
export class HouseholdEvidenceType implements HouseholdEvidence {
  @Field(() => String, { simple: true, description: '哪个部门所计。The office that counted.' })
  department!: string;

  @Field(() => Int, { simple: true, description: '共有户数。In common.' })
  common!: number;

  @Field(() => Int, { simple: true, description: 'a 的户数。Of a.' })
  ofA!: number;

  @Field(() => Int, { simple: true, description: 'b 的户数。Of b.' })
  ofB!: number;
}

/** Declares what the buildings of two units tell. */
@ObjectType('AddressEvidence', { description: '两者的楼栋：shared / ofA 即权重。The buildings of two units: shared / ofA is the weight.' })
export class AddressEvidenceType implements AddressEvidence {
  @Field(() => Int, { simple: true, description: '共有楼栋数。How many both hold.' })
  shared!: number;

  @Field(() => Int, { simple: true, description: 'a 的楼栋数。How many a holds.' })
  ofA!: number;

  @Field(() => Int, { simple: true, description: 'b 的楼栋数。How many b holds.' })
  ofB!: number;

  @Field(() => [String], { simple: true, description: '共有楼栋的地址编码，至多 50 个。Address codes of those shared, 50 at most.' })
  codes!: readonly string[];
}

/** Declares what two division codes tell. */
@ObjectType('CodeEvidence', { description: '两者的区划代码。The division codes of two units.' })
export class CodeEvidenceType implements CodeEvidence {
  @Field(() => [DivisionCodeScalar], {
    simple: true,
    description: '网格 a 的区划及其上级，由小到大。The division of a and all above it, smallest first.',
  })
  chainOfA!: readonly string[];

  @Field(() => [DivisionCodeScalar], { simple: true, description: '网格 b 的区划及其上级。The division of b and all above it.' })
  chainOfB!: readonly string[];

  @Field(() => CodeRuleEnum, {
    simple: true,
    nullable: true,
    description: '反向份额的算法；互不包含则为 null。How the inverse is found; null where neither contains the other.',
  })
  rule!: CodeEvidence['rule'];
}

/** Declares a rejection of a link. */
@ObjectType('RejectionEvidence', { description: '否定：人在职权内的决定。A rejection: what a person in office decided.' })
export class RejectionEvidenceType implements RejectionEvidence {
  @Field(() => IdScalar, { simple: true, description: '编号，即 linkDecisions 中的编号。Its id, the same as in linkDecisions.' })
  id!: string;

  @Field(() => String, { simple: true, description: '文号。The number of the document.' })
  documentNumber!: string;

  @Field(() => String, { simple: true, description: '决定者的岗位，从不写姓名。The role of who decided, never a name.' })
  role!: string;

  @Field(() => Department, { simple: true, nullable: true, description: '决定者的部门；全市则为 null。Their office; null for the city.' })
  department!: string | null;

  @Field(() => DateTimeScalar, { simple: true, description: '记录时刻。When it was recorded.' })
  recordedAt!: Date;
}

/** Declares a declaration of a row. */
@ObjectType('DeclarationEvidence', { description: '认定：人在职权内的决定。A declaration: what a person in office decided.' })
export class DeclarationEvidenceType extends RejectionEvidenceType implements DeclarationEvidence {
  @Field(() => Float, {
    simple: true,
    nullable: true,
    description: '认定减去计算；未计算则为 null。Declared less computed; null where nothing was computed.',
  })
  difference!: number | null;
}

/** Declares a unit's place in the course of time. */
@ObjectType('LineageEvidence', { description: '当日无效的一方。An end that is not valid on that day.' })
export class LineageEvidenceType implements LineageEvidence {
  @Field(() => String, { simple: true, description: '哪一方：A 或 B。Which end: A or B.' })
  side!: LineageEvidence['side'];

  @Field(() => String, { simple: true, description: '名称。Its name.' })
  name!: string;

  @Field(() => DateScalar, { simple: true, description: '自此日起有效（含）。Valid from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { simple: true, nullable: true, description: '至此日止（不含）。Valid no longer on this day.' })
  validTo!: string | null;

  @Field(() => [SuccessorType], { simple: true, description: '何者取代了它。What took its place.' })
  successors!: LineageEvidence['successors'];
}

/** Declares what took the place of a unit. */
@ObjectType('UnitSuccessor', { description: '取代某网格的网格。A unit that took the place of another.' })
export class SuccessorType {
  @Field(() => GridType, { simple: true, description: '后继网格。The unit.' })
  grid!: GridUnit;

  @Field(() => Float, { simple: true, description: '原网格归入它的份额。The share of the former unit that went to it.' })
  weight!: number;
}

/** Declares one step of an explanation. */
@ObjectType('LinkEvidence', {
  description: '说明中的一步；与其种类无关的部分为 null。One step of an explanation; parts that do not belong to its kind are null.',
})
export class LinkEvidenceType implements LinkEvidence {
  @Field(() => EvidenceKindEnum, { simple: true, description: '看的是什么。What is looked at.' })
  kind!: EvidenceKind;

  @Field(() => Boolean, { simple: true, description: '答复是否以它为据。Whether the answer rests on it.' })
  decides!: boolean;

  @Field(() => Float, { simple: true, nullable: true, description: '按此步 a 在 b 内的份额。The share of a in b by this step.' })
  weight!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: '按此步 b 在 a 内的份额。The share of b in a by this step.' })
  inverseWeight!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: '把握程度 0..1。How far it carries, 0..1.' })
  confidence!: number | null;

  @Field(() => CrosswalkRunType, { simple: true, nullable: true, description: '公布它的那次计算。The computation that published it.' })
  run!: CrosswalkRun | null;

  @Field(() => AreaEvidenceType, { simple: true, nullable: true, description: 'AREA 的依据。Of AREA.' })
  area!: AreaEvidence | null;

  @Field(() => [HouseholdEvidenceType], {
    simple: true,
    nullable: true,
    description: 'HOUSEHOLDS 的依据，逐部门。Of HOUSEHOLDS, office by office.',
  })
  households!: readonly HouseholdEvidence[] | null;

  @Field(() => AddressEvidenceType, { simple: true, nullable: true, description: 'ADDRESS 的依据。Of ADDRESS.' })
  address!: AddressEvidence | null;

  @Field(() => CodeEvidenceType, { simple: true, nullable: true, description: 'CODE 的依据。Of CODE.' })
  code!: CodeEvidence | null;

  @Field(() => DeclarationEvidenceType, { simple: true, nullable: true, description: 'DECLARATION 的依据。Of DECLARATION.' })
  declaration!: DeclarationEvidence | null;

  @Field(() => RejectionEvidenceType, { simple: true, nullable: true, description: 'REJECTION 的依据。Of REJECTION.' })
  rejection!: RejectionEvidence | null;

  @Field(() => LineageEvidenceType, { simple: true, nullable: true, description: 'LINEAGE 的依据。Of LINEAGE.' })
  lineage!: LineageEvidence | null;

  @Field(() => WordingType, { simple: true, description: '用一句话说。In one sentence.' })
  sentence!: Wording;
}
