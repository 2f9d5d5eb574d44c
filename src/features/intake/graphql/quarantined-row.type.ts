import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { connectionType } from '../../../graphql/connection.js';
import { Department } from '../../../graphql/department.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { HeldRow } from '../runs/quarantine.js';

/** Declares what refused rows are asked by. */
@InputType('QuarantinedRowFilter', { description: '隔离行的筛选条件，须全部满足。What refused rows must be, all of it.' })
export class QuarantinedRowFilter {
  @Field(() => Department, { nullable: true, description: '部门。The office.' })
  department?: DepartmentCode | null;

  @Field(() => String, { nullable: true, description: '运行号。The number of the import, as IntakeRun.id shows it.' })
  run?: string | null;

  @Field(() => String, { nullable: true, description: '文件名。The file.' })
  file?: string | null;

  @Field(() => String, { nullable: true, description: '列名。The column.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: '规则代码，如 DATE_INVALID。The code of the rule, such as DATE_INVALID.' })
  code?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true 只要未处理的，false 只要已消除的；默认两者皆要。True for open rows, false for cleared ones; both when left out.',
  })
  open?: boolean | null;
}

/** Declares the arguments of a list of refused rows. */
@ArgsType()
export class QuarantinedRowsArgs extends PageArgs {
  @Field(() => QuarantinedRowFilter, { nullable: true, description: '筛选条件。Which rows.' })
  where?: QuarantinedRowFilter | null;
}

/** Declares a refused row; the runs that refused and cleared it are added by `QuarantinedRowResolver`. */
@ObjectType('QuarantinedRow', {
  description: '被隔离的一行：哪里、应为何、收到何、如何改。A refused row: where it stands, what was expected, what came, what to do.',
})
export class QuarantinedRowType implements Pick<
  HeldRow,
  'department' | 'file' | 'field' | 'value' | 'remedy' | 'quarantinedAt' | 'clearedAt'
> {
  @Field(() => Department, { nullable: true, description: '部门；城市自身的文件为空。The office; null for the city’s own files.' })
  readonly department!: string | null;

  @Field(() => String, { description: '文件。The file.' })
  readonly file!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '行号或要素序号；说的是整个文件或不可示人时为空。The row, or the number of the feature; null for the whole file, or where it must not be told.',
  })
  readonly row!: number | null;

  @Field(() => String, { nullable: true, description: '列名，按文件的写法。The column as the file names it; null for the whole row.' })
  readonly field!: string | null;

  @Field(() => String, { nullable: true, description: '收到的值；不可示人时为空。What came; null where it must not be shown.' })
  readonly value!: string | null;

  @Field(() => String, { description: '规则代码。The code of the rule.' })
  readonly code!: string;

  @Field(() => String, { description: '规则：应为何。The rule: what was expected.' })
  readonly rule!: string;

  @Field(() => String, { description: '如何改正。What the office can do about it.' })
  readonly remedy!: string;

  @Field(() => DateTimeScalar, { description: '隔离时刻。When it was refused.' })
  readonly quarantinedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '消除时刻；未消除为空。When it was cleared; null while it is open.' })
  readonly clearedAt!: Date | null;
}

/** What {@link QuarantinedRowType} shows, and what its further fields are found by. */
export type ShownRow = QuarantinedRowType & Pick<HeldRow, 'runId' | 'clearedBy'>;

/** Declares a page of refused rows. */
export const QuarantinedRowConnection = connectionType(
  { name: 'QuarantinedRow', zh: '隔离行', en: 'refused rows' },
  () => QuarantinedRowType,
);

/** A row as the schema shows it. */
export function shownRow({ rowNumber, rule, ...row }: HeldRow): ShownRow {
  const [code = '', ...expected] = rule.split(': ');
  return { ...row, row: rowNumber, code, rule: expected.join(': ') };
}
