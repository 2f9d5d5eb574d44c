import { Field, Float, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { IntakeRun } from '../runs/intake-runs.js';

/** Declares the enum `IntakeRunState`. */
export const IntakeRunStateEnum = wordEnum<IntakeRun['state']>({
  name: 'IntakeRunState',
  description: '一次接入的状态。How an import stands.',
  words: {
    RUNNING: '进行中。Under way.',
    DONE: '已完成。It came to its end.',
    FAILED: '失败，未写入任何内容。It failed and wrote nothing.',
  },
});

/** Declares the file of an office that an import read. */
@ObjectType('IntakeFile', { description: '一次接入读取的文件。The file of an office that an import read.' })
export class IntakeFileType implements NonNullable<IntakeRun['file']> {
  @Field(() => String, { description: '文件名。Its name.' })
  readonly name!: string;

  @Field(() => String, { description: '文件的 SHA-256，十六进制。The SHA-256 of the file as it lay there, hexadecimal.' })
  readonly sha256!: string;

  @Field(() => Float, { description: '字节数。Its size in bytes.' })
  readonly bytes!: number;

  @Field(() => String, { description: '格式，如 csv、xlsx。Its format, such as csv or xlsx.' })
  readonly format!: string;

  @Field(() => String, {
    nullable: true,
    description: '文字编码；格式自定时为空。The encoding of its text; null where the format leaves no choice.',
  })
  readonly encoding!: string | null;
}

/** Declares one import; its findings, repairs and refused rows are added by resolvers of their own. */
@ObjectType('IntakeRun', { description: '一个部门（或城市自身）的一次接入。One import of an office, or of the city’s own files.' })
export class IntakeRunType implements IntakeRun {
  @Field(() => String, { description: '运行号，与 allgrid import 所示一致。Its number, as allgrid import shows it.' })
  readonly id!: string;

  @Field(() => Department, { nullable: true, description: '部门；城市自身的文件为空。The office; null for the city’s own files.' })
  readonly department!: string | null;

  @Field(() => String, { description: '数据包，或文件名。The city pack, or the name of the office’s file.' })
  readonly pack!: string;

  @Field(() => DateTimeScalar, { description: '开始时刻。When it began.' })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时刻。When it ended; null while it goes on.' })
  readonly endedAt!: Date | null;

  @Field(() => IntakeRunStateEnum, { description: '状态。How it stands.' })
  readonly state!: IntakeRun['state'];

  @Field(() => Int, { description: '读到的行数。Rows read.' })
  readonly rowsRead!: number;

  @Field(() => Int, { description: '收下的行数。Rows accepted.' })
  readonly rowsAccepted!: number;

  @Field(() => Int, { description: '隔离的行数。Rows quarantined.' })
  readonly rowsQuarantined!: number;

  @Field(() => Int, { description: '修复后收下的边界数。Boundaries accepted after a repair.' })
  readonly boundariesRepaired!: number;

  @Field(() => Int, {
    description: '收下但比现有数据旧、未改动的行数。Rows accepted that were older than what was held, and so changed nothing.',
  })
  readonly rowsOlder!: number;

  @Field(() => IntakeFileType, {
    nullable: true,
    description: '读取的文件；数据包及密封事项的文件为空。The office’s file; null where a city pack was read, or sealed matters.',
  })
  readonly file!: IntakeRun['file'];
}
