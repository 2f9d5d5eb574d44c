import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { readsOwner } from '../../../kernel/within-scope.js';
import type { Quarantine } from '../runs/quarantine.js';
import { DepartmentStateType } from './department-state.type.js';

/** Answers how many refused rows an office has open. */
@Resolver(() => DepartmentStateType)
export class QuarantineOfDepartmentResolver {
  readonly #open;

  constructor(quarantine: Quarantine) {
    this.#open = perRequest<string, number>('openRowsByDepartment', async (codes, { scope }) => {
      const open = await quarantine.openOfOffices(scope);
      return codes.map((code) => open.get(code) ?? 0);
    });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: '尚未消除的隔离行数；无权查看其接入情况时为空。Refused rows that are open; null for those who may not read its imports.',
  })
  quarantined(@Root() { department }: DepartmentStateType, @Ctx() context: RequestContext): Promise<number> | null {
    return readsOwner(context.scope, 'INTAKE', department) ? this.#open(context).load(department) : null;
  }
}
