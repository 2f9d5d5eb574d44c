import { Field, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateTimeScalar, DivisionCodeScalar, GridCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { Credential, Principal, Role } from '../../../kernel/principal.js';
import type { Act, RoleRights } from '../role-rights.js';
import type { ToldLimits } from '../told-limits.js';
import { CallerScopeType, ReceivedGrantType } from './caller-scope.type.js';

const DocumentPolicyEnum = wordEnum<RoleRights['documents']>({
  name: 'DocumentPolicy',
  description: '可发送何种查询文档。Which documents may be sent.',
  words: { FREE: '限额之内的任何文档。Any document within the limits.', TRUSTED: '本平台登记的文档。Documents that the platform keeps.' },
});

const RoleActEnum = wordEnum<Act>({
  name: 'RoleAct',
  description: '除读取之外可为之事。What may be done beside reading.',
  words: {
    REPORT: '上报事项。Report a matter.',
    HANDLE: '办理事项。Handle matters.',
    DISPATCH: '派遣事项。Dispatch matters.',
    VERIFY: '核实处置结果。Verify what was done.',
    SUPERVISE: '督办事项。Supervise matters.',
    MAP: '认定网格之间的关联与沿革。Decide on links and lineage.',
    REDRAW: '办理网格调整方案。Redraw grids.',
    DECLARE: '申明类别对照、组织编号与职责。Declare categories, ids and duties.',
    SHARE: '共享本部门数据。Share data of one’s own office.',
    REVEAL: '解封本部门的密封内容。Reveal sealed text of one’s own office.',
    SUPPLY: '供给记录。Supply records.',
    KEYS: '管理密钥。Manage keys.',
    AUDIT: '查阅审计日志。Read the audit log.',
  },
});

/** Declares what the caller proved itself with. */
@ObjectType('CallerCredential', { description: '调用者以何证明身份；从不含其秘密。What the caller proved itself with; never the secret.' })
export class CallerCredentialType implements Pick<Credential, 'kind' | 'id' | 'expiresAt'> {
  @Field(() => String, { description: 'NONE 无、TOKEN 令牌或 KEY 密钥。NONE, TOKEN or KEY.' })
  kind!: Credential['kind'];

  @Field(() => String, { description: '其编号；无凭证为空。Its id; empty for none.' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '何时失效；不失效为 null。When it ends; null for never.' })
  expiresAt!: Date | null;
}

/** Declares the limits that the caller is held to. */
@ObjectType('CallerLimits', { description: '对调用者的限额。The limits that the caller is held to.' })
export class CallerLimitsType implements ToldLimits {
  @Field(() => DocumentPolicyEnum, { description: '可发送何种查询文档。Which documents may be sent.' })
  documents!: RoleRights['documents'];

  @Field(() => Int, { description: '每页最多几项。Most items on one page.' })
  pageSize!: number;

  @Field(() => Int, { description: '一次答复最多几个对象，执行前估算。Most objects in one answer, reckoned before anything runs.' })
  nodes!: number;

  @Field(() => Int, { description: '每个时间窗的点数。Points in each window.' })
  points!: number;

  @Field(() => Int, { description: '时间窗，秒。The window, seconds.' })
  windowSeconds!: number;

  @Field(() => Int, { description: '最多几个连接。Most sockets.' })
  sockets!: number;

  @Field(() => Int, { description: '每个连接最多几个订阅。Most subscriptions on one socket.' })
  subscriptionsASocket!: number;
}

/** Declares who asks. */
@ObjectType('Principal', {
  description:
    '调用者：一个人或一台机器，及其部门、角色、可见范围、所得授权与限额。The caller: a person or a machine, its office and role, what it may see and do, what is shared with it, and its limits.',
})
export class PrincipalType implements Omit<Principal, 'credential'> {
  @Field(() => String, { description: '稳定名称。Its stable name.' })
  subject!: string;

  @Field(() => String, { description: 'PERSON 人员或 MACHINE 机器。PERSON or MACHINE.' })
  kind!: 'PERSON' | 'MACHINE';

  @Field(() => String, { description: '角色。Its role.' })
  role!: Role;

  @Field(() => Department, {
    nullable: true,
    description: '所代表的部门；代表全市时为 null。The office it speaks for; null for the city as a whole.',
  })
  department!: string | null;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '代表其办理事项的组织。The organisation that it handles matters for; null for none.',
  })
  organisation!: string | null;

  @Field(() => [DivisionCodeScalar], { description: '可见的行政区划。The divisions it may see.' })
  divisions!: readonly string[];

  @Field(() => [GridCodeScalar], { description: '限于这些网格；空为不限。The grids that it is confined to; empty for none.' })
  grids!: readonly string[];

  @Field(() => String, { nullable: true, description: '本次请求声明的用途。The purpose that this request states.' })
  purpose!: string | null;

  @Field(() => CallerScopeType, { description: '本次请求可见的范围。What this request may see.' })
  scope!: CallerScopeType;

  @Field(() => [ReceivedGrantType], { description: '他方给予的共享授权，今日有效。What others share with it today.' })
  grants!: readonly ReceivedGrantType[];

  @Field(() => [RoleActEnum], { description: '除读取之外可为之事。What it may do beside reading.' })
  acts!: readonly Act[];

  @Field(() => CallerLimitsType, { description: '限额。Its limits.' })
  limits!: ToldLimits;

  @Field(() => CallerCredentialType, { description: '身份凭证。What it proved itself with.' })
  credential!: CallerCredentialType;
}
