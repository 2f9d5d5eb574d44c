import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { DepartmentDefinition, OwnTable } from '../../../departments/contract.js';
import { orRefusal, type RefusalValue } from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { refusePushOf } from '../push/push-refusals.js';
import type { RowOutcome } from '../push/row-outcome.js';
import type { Push, Upserted, Upserting } from '../push/upserting.js';
import { ruleParts } from '../rows/refusal.js';
import { gridObjects, matterObjects, schemaField } from './row-objects.js';
import { UpsertGridsInput, UpsertMattersInput } from './upsert.input.js';
import { type RowOutcomeValue, type UpsertedValue, UpsertGridsResult, UpsertMattersResult } from './upserted.type.js';

/** What pushes are taken by. */
export interface UpsertSources {
  readonly offices: readonly DepartmentDefinition[];
  readonly upserting: Upserting;
}

/** Takes what offices' systems push. */
@Resolver()
export class UpsertResolver {
  constructor(private readonly sources: UpsertSources) {}

  @Mutation(() => UpsertGridsResult, {
    description:
      '部门系统推送网格，逐行校验，一行不合规则不影响其余。Takes grids that an office’s system pushes; each row is judged by itself.',
  })
  upsertGrids(
    @Arg('input', () => UpsertGridsInput, { description: '推送内容。The push.' }) input: UpsertGridsInput,
    @Ctx() context: RequestContext,
  ): Promise<UpsertedValue | RefusalValue> {
    return orRefusal(context.language, async () => {
      const office = this.#officeOf(input);
      const rows = gridObjects(input.rows, office);
      const push = { ...pushOf(input), name: 'upsertGrids', part: { rows: 'UNITS', layerKey: input.layer }, rows } as const;
      return valueOf(await this.sources.upserting.upsert(push, context), { typeName: 'GridsUpserted', office, own: office.unitFields });
    });
  }

  @Mutation(() => UpsertMattersResult, {
    description:
      '部门系统推送事项，逐行校验，一行不合规则不影响其余。Takes matters that an office’s system pushes; each row is judged by itself.',
  })
  upsertMatters(
    @Arg('input', () => UpsertMattersInput, { description: '推送内容。The push.' }) input: UpsertMattersInput,
    @Ctx() context: RequestContext,
  ): Promise<UpsertedValue | RefusalValue> {
    return orRefusal(context.language, async () => {
      const office = this.#officeOf(input);
      const rows = matterObjects(input.rows, office);
      const push = { ...pushOf(input), name: 'upsertMatters', part: { rows: 'MATTERS' }, rows } as const;
      return valueOf(await this.sources.upserting.upsert(push, context), { typeName: 'MattersUpserted', office, own: office.matterFields });
    });
  }

  #officeOf({ department }: UpsertGridsInput | UpsertMattersInput): DepartmentDefinition {
    return this.sources.offices.find(({ code }) => code === department) ?? refusePushOf(department);
  }
}

function pushOf({
  department,
  idempotencyKey,
  dryRun,
}: UpsertGridsInput | UpsertMattersInput): Pick<Push, 'department' | 'idempotencyKey' | 'dryRun'> {
  return { department, idempotencyKey, dryRun };
}

interface Told {
  readonly typeName: string;
  readonly office: DepartmentDefinition;
  readonly own: OwnTable | null;
}

function valueOf(upserted: Upserted, told: Told): UpsertedValue {
  return { ...upserted, typeName: told.typeName, outcomes: upserted.outcomes.map((outcome) => outcomeOf(outcome, told)) };
}

function outcomeOf({ localId, word, refusal }: RowOutcome, { office, own }: Told): RowOutcomeValue {
  if (refusal === null) return { localId, outcome: word, field: null, code: null, expected: null, remedy: null };
  const { code, expected } = ruleParts(refusal.rule);
  const field = refusal.field === null ? null : schemaField(refusal.field, office, own);
  return { localId, outcome: word, field, code, expected, remedy: refusal.remedy };
}
