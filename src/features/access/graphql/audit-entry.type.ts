import { Field, Float, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { ReadEntry } from '../audit/audit-reading.js';
import type { AuditEntry, AuditKind } from '../ports.js';

/** The enum `AuditKind`. */
export const AuditKindEnum = wordEnum<AuditKind>({
  name: 'AuditKind',
  description: '审计记录的种类。What a line of the audit log tells of.',
  words: {
    ACT: '变更。A change.',
    READ: '读取受保护数据。A reading of protected data.',
    EXPORT: '导出。An export.',
    REFUSAL: '拒绝。Something refused.',
  },
});

/** The enum `AuditOutcome`. */
export const AuditOutcomeEnum = wordEnum<AuditEntry['outcome']>({
  name: 'AuditOutcome',
  description: '结果。What came of it.',
  words: {
    DONE: '完成。It was done.',
    REFUSED: '被拒。It was refused.',
    FAILED: '准许并开始，未完成。It was allowed and begun, and did not come to its end.',
  },
});

/** Declares one line of the audit log. */
@ObjectType('AuditEntry', {
  description: '一条审计记录：谁、何时、以何身份、为何目的、做了什么。Who did or read what, when, as what, and for what.',
})
export class AuditEntryType {
  @Field(() => String, { description: '记录号，与 allgrid audit verify 一致。The number of the line, as allgrid audit verify names it.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: '时间。When.' })
  happenedAt!: Date;

  @Field(() => AuditKindEnum, { description: '种类。The kind.' })
  kind!: AuditKind;

  @Field(() => String, { description: '主体。Who.' })
  subject!: string;

  @Field(() => String, { description: '角色。As what.' })
  role!: string;

  @Field(() => String, { nullable: true, description: '主体所属部门；代表全市为 null。The subject’s office; null for the city.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: '数据属谁。Whose data.' })
  office!: string | null;

  @Field(() => String, { description: '行为。What was done.' })
  act!: string;

  @Field(() => String, { description: '涉及的编号（JSON）；绝无密封内容。The ids concerned, in JSON; never sealed text.' })
  what!: string;

  @Field(() => AuditOutcomeEnum, { description: '结果。What came of it.' })
  outcome!: AuditEntry['outcome'];

  @Field(() => String, { nullable: true, description: '所称目的。For what, as the caller said.' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: '准许或拒绝的依据。What allowed or refused it.' })
  rule!: string | null;

  @Field(() => String, { nullable: true, description: '操作名或文档号。The operation’s name or the document’s id.' })
  document!: string | null;

  @Field(() => String, { description: '请求号。The id of the request.' })
  requestId!: string;

  @Field(() => String, { nullable: true, description: '所在哈希链；未入链为 null。Its chain; null while it waits to be chained.' })
  chain!: string | null;

  @Field(() => Float, { nullable: true, description: '链中序号。Its place in the chain.' })
  seq!: number | null;
}

/** Declares a page of the audit log. */
export const AuditEntryConnection = connectionType(
  { name: 'AuditEntry', zh: '审计记录', en: 'lines of the audit log' },
  () => AuditEntryType,
);

/** A line as the schema shows it. */
export const shownEntry = (entry: ReadEntry): AuditEntryType => ({
  ...entry,
  happenedAt: new Date(entry.happenedAt),
  what: JSON.stringify(entry.what),
});
