import { Field, InputType, Int } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateScalar, DateTimeScalar, DivisionCodeScalar, GeoJsonScalar, LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { CategoryInput } from '../../categories/graphql/index.js';
import { MatterSourceEnum, MatterStateEnum, PointInput } from '../../matters/graphql/index.js';
import type { MatterSource, MatterState } from '../../matters/index.js';
import { type FieldedOffice, type InputClass, type OwnFields, ownFieldsInput } from './own-fields.input.js';

/** An office's own values by its name, then by field. */
export type OwnFieldValues = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** Declares what every push tells beside its rows. */
@InputType()
export abstract class PushInput {
  @Field(() => Department, { description: '部门，须为调用者所属。The office, which must be the caller’s own.' })
  department!: string;

  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只做一次。The idempotency key, 1 to 128 characters; repeated, it is done once.',
  })
  idempotencyKey!: string;

  @Field(() => Boolean, { defaultValue: false, description: '只校验，不写入。Whether rows are only judged and nothing is written.' })
  dryRun!: boolean;
}

/** Declares a unit that is pushed, without its office's own fields. */
@InputType()
export abstract class GridRow {
  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => String, { description: '名称。The name.' })
  name!: string;

  @Field(() => DateScalar, { description: '启用日期。The first day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '停用日期（不含）。The day on which it is no more.' })
  validTo?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '区划代码。The division code.' })
  division?: string | null;

  @Field(() => Int, { nullable: true, description: '户数。The number of households.' })
  households?: number | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '所含单元的编号。The units that it is a set of.' })
  members?: readonly string[] | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '所含楼栋的地址编码。The address codes of its buildings.' })
  buildings?: readonly string[] | null;

  @Field(() => DateScalar, { nullable: true, description: '数据日期。As of which day it is told.' })
  asOf?: string | null;

  @Field(() => GeoJsonScalar, {
    nullable: true,
    description:
      '边界（Polygon 或 MultiPolygon，EPSG:4326）；不给则保持原样，null 为不画。The boundary, a Polygon or MultiPolygon in EPSG:4326; left out, it stays as it is, and null is none.',
  })
  boundary?: unknown;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '部门最后修改的时刻；旧于已有记录则不改动。When the office last changed it; older than what is held, it changes nothing.',
  })
  updatedAt?: Date | null;

  own?: OwnFieldValues | null;
}

/** Declares one step of a matter that is pushed. */
@InputType('MatterStepInput', { description: '事项的一步。One step of a matter.' })
export class MatterStepInput {
  @Field(() => MatterStateEnum, { description: '到达的状态。The state that it led to.' })
  state!: MatterState;

  @Field(() => DateTimeScalar, { description: '时刻。When.' })
  at!: Date;

  @Field(() => SourceIdScalar, { nullable: true, description: '办理组织的代码。The code of the organisation that took it.' })
  organisation?: string | null;
}

/** Declares who petitioned or reported. */
@InputType('PetitionerInput', {
  description:
    '信访人或反映人；给出任一项，事项即密封，加密存储，不回显。Who petitioned or reported; any of it seals the matter, is encrypted and never told again.',
})
export class PetitionerInput {
  @Field(() => String, { nullable: true, description: '姓名。The name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '联系方式。The contact.' })
  contact?: string | null;

  @Field(() => String, { nullable: true, description: '证件号。The identity number.' })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: '住址。The address.' })
  address?: string | null;
}

/** Declares a matter that is pushed, without its office's own fields. */
@InputType()
export abstract class MatterRow {
  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => String, { description: '标题。The title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '正文，只存于前置库。The text, which stays in the front database.' })
  text?: string | null;

  @Field(() => MatterSourceEnum, { description: '来源。The way it came in.' })
  source!: MatterSource;

  @Field(() => MatterStateEnum, { description: '公共状态。The common state.' })
  state!: MatterState;

  @Field(() => String, { nullable: true, description: '部门自己的状态。The state as the office calls it.' })
  officeState?: string | null;

  @Field(() => SourceIdScalar, { description: '登记组织的代码。The code of the organisation that keeps it.' })
  keeper!: string;

  @Field(() => [SourceIdScalar], { nullable: true, description: '主办组织的代码。The codes of the organisations in the lead.' })
  lead?: readonly string[] | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '协办组织的代码。The codes of the organisations in support.' })
  support?: readonly string[] | null;

  @Field(() => PointInput, { nullable: true, description: '地点：一个点。The place, as a point.' })
  point?: PointInput | null;

  @Field(() => LayerKeyScalar, { nullable: true, description: '所在网格的图层。The layer of its unit.' })
  layer?: string | null;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '所在网格：本部门的或全要素网格。Its unit, one of the office’s own or an all-elements grid.',
  })
  unit?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '区划代码。The division code.' })
  division?: string | null;

  @Field(() => DateTimeScalar, { description: '上报时刻。When it was reported.' })
  reportedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '办理期限。When it is due.' })
  dueAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时刻。When it was closed.' })
  closedAt?: Date | null;

  @Field(() => [MatterStepInput], { nullable: true, description: '办理过程，按时间先后。The steps in the order of time.' })
  steps?: readonly MatterStepInput[] | null;

  @Field(() => Boolean, { nullable: true, description: '是否密封。Whether it is sealed.' })
  sealed?: boolean | null;

  @Field(() => PetitionerInput, { nullable: true, description: '信访人或反映人。Who petitioned or reported.' })
  petitioner?: PetitionerInput | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '部门最后修改的时刻；旧于已有记录则不改动。When the office last changed it; older than what is held, it changes nothing.',
  })
  updatedAt?: Date | null;

  own?: OwnFieldValues | null;
}

/** The types of rows with the own fields of the registered offices. */
let rowTypes: { readonly grid: InputClass; readonly matter: InputClass };
const declared = new Map<string, InputClass>();

/** Lets rows carry the own fields of these offices; called once, before the schema is built. */
export function registerOwnFields(offices: readonly FieldedOffice[]): void {
  rowTypes = {
    grid: rowType(
      GridRow,
      { name: 'GridRowInput', description: '推送的一个网格。A grid that is pushed.' },
      ownFieldsInput(offices, 'unitFields'),
    ),
    matter: rowType(
      MatterRow,
      { name: 'MatterRowInput', description: '推送的一个事项。A matter that is pushed.' },
      ownFieldsInput(offices, 'matterFields'),
    ),
  };
}

/** The library keeps every class that it ever saw, so the same fields have the same class. */
function rowType(
  Row: abstract new () => object,
  { name, description }: { readonly name: string; readonly description: string },
  own: OwnFields,
): InputClass {
  const key = `${name} ${own.key}`;
  const known = declared.get(key);
  if (known) return known;
  const WithOwn = class extends (Row as InputClass) {};
  InputType(name, { description })(WithOwn);
  const { type } = own;
  if (type) Field(() => type, { nullable: true, description: '部门自有字段。The own fields of its office.' })(WithOwn.prototype, 'own');
  declared.set(key, WithOwn);
  return WithOwn;
}

/** Declares a push of units. */
@InputType('UpsertGridsInput', {
  description: '推送一个图层的若干网格；未列出的保持原样。A push of some grids of one layer; those that it does not list stay as they are.',
})
export class UpsertGridsInput extends PushInput {
  @Field(() => LayerKeyScalar, { description: '图层，须为本部门的。The layer, one of the office’s own.' })
  layer!: string;

  @Field(() => [rowTypes.grid], { description: '1 至 1000 行。The rows, 1 to 1,000.' })
  rows!: readonly GridRow[];
}

/** Declares a push of matters. */
@InputType('UpsertMattersInput', {
  description: '推送若干事项；未列出的保持原样。A push of some matters; those that it does not list stay as they are.',
})
export class UpsertMattersInput extends PushInput {
  @Field(() => [rowTypes.matter], { description: '1 至 1000 行。The rows, 1 to 1,000.' })
  rows!: readonly MatterRow[];
}
