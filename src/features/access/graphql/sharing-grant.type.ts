import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { DateScalar, DateTimeScalar, IdScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { DataClass } from '../../../kernel/scope.js';
import type { StatementOrigin } from '../declaration.js';
import type { HeldGrant } from '../sharing/held-grant.js';
import type { SharingAttribute } from '../sharing/sharing-grant.js';
import { StatementOriginEnum } from './declaration.input.js';

/** The enum `DataClass`. */
export const DataClassEnum = wordEnum<DataClass>({
  name: 'DataClass',
  description:
    '须依权、依共享授权读取的数据类；其余对各方开放。A class of data that is read by right and grant; all else is open to everybody.',
  words: {
    MATTERS: '事项。Matters.',
    ELEMENTS: '要素。Elements.',
    COUNTS: '数。Counts.',
    POSTS: '岗。Posts.',
    OWN_FIELDS: '部门自有字段。Fields that one office alone has.',
    INTAKE: '汇聚情况。How an office’s data came in.',
  },
});

/** The enum `SharingAttribute`. */
export const SharingAttributeEnum = wordEnum<SharingAttribute>({
  name: 'SharingAttribute',
  description: '共享属性（政务数据共享条例）。How data is shared, by the Regulation on Government Data Sharing.',
  words: {
    UNCONDITIONAL: '无条件共享。Without condition.',
    CONDITIONAL: '有条件共享：须声明所列用途之一，且每次读取留痕。For a stated purpose only, and every reading is audited.',
    WITHHELD: '不予共享。Not at all.',
  },
});

/** Declares one grant. */
@ObjectType('SharingGrant', {
  description:
    '一项共享授权：谁把哪类数据、以何种属性、在何期间给谁。A grant: who shares which class of data with whom, how and for how long.',
})
export class SharingGrantType implements Pick<
  HeldGrant,
  | 'from'
  | 'to'
  | 'dataClass'
  | 'attribute'
  | 'purposes'
  | 'validFrom'
  | 'until'
  | 'version'
  | 'document'
  | 'origin'
  | 'role'
  | 'organisation'
> {
  @Field(() => IdScalar, { description: '授权的编号，变更时用。The id of the grant, by which it is changed.' })
  id!: string;

  @Field(() => String, { description: '提供方：部门，或 CITY 全市。The owner: an office, or CITY.' })
  from!: string;

  @Field(() => String, {
    description: '使用方：部门，或 CITY（代表全市者）。With whom: an office, or CITY for those who act for the city.',
  })
  to!: string;

  @Field(() => DataClassEnum, { description: '数据类。The class of data.' })
  dataClass!: DataClass;

  @Field(() => SharingAttributeEnum, { description: '共享属性。How it is shared.' })
  attribute!: SharingAttribute;

  @Field(() => [String], { description: '可为何用途；仅有条件共享列明。For which purposes; empty unless CONDITIONAL.' })
  purposes!: readonly string[];

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）；不限为 null。No longer in force on this day; null for open.' })
  until!: string | null;

  @Field(() => Int, { description: '版本，变更时作 expectedVersion 传回。The version; give it as expectedVersion to change the grant.' })
  version!: number;

  @Field(() => String, { description: '文号。The number of the document that it rests on.' })
  document!: string;

  @Field(() => StatementOriginEnum, { description: '来自数据包还是由人申明。Whether a pack brought it or a person declared it.' })
  origin!: StatementOrigin;

  @Field(() => String, {
    nullable: true,
    description: '申明人的职务；来自数据包则为 null。The office held by who declared it; null from a pack.',
  })
  role!: string | null;

  @Field(() => SourceIdScalar, { nullable: true, description: '代表的组织。The organisation on whose behalf.' })
  organisation!: string | null;

  @Field(() => DateTimeScalar, { description: '平台自此时起知道此版。Known to the platform in this version since.' })
  recordedFrom!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '此版至此时止；现行为 null。This version ended then; null while it is believed.',
  })
  recordedTo!: Date | null;
}

/** Declares a page of grants. */
export const SharingGrantConnection = connectionType(
  { name: 'SharingGrant', zh: '共享授权', en: 'sharing grants' },
  () => SharingGrantType,
);

/** A grant as the schema shows it. */
export type SharingGrantValue = HeldGrant & { readonly id: string };
