import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { pageSize } from '../../../graphql/page.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { IntakeRun, IntakeRuns } from '../runs/intake-runs.js';
import type { RunFinding } from '../runs/run-finding.js';
import { BoundaryRepairType } from './boundary-repair.type.js';
import { IntakeRunType } from './intake-run.type.js';
import { RunFindingType } from './run-finding.type.js';

const mostRepairs = 100;

/** Answers what imports did: counts, findings and repairs. */
@Resolver(() => IntakeRunType)
export class IntakeRunsResolver {
  readonly #runs: IntakeRuns;
  readonly #findings;
  readonly #repairs;

  constructor(runs: IntakeRuns) {
    this.#runs = runs;
    this.#findings = perRequest<string, readonly RunFinding[]>('findingsByRun', (ids, { scope }) => runs.findings(scope, ids));
    this.#repairs = perRequest<string, readonly BoundaryRepair[]>('repairsByRun', (ids, { scope }) =>
      runs.repairs(scope, ids, mostRepairs),
    );
  }

  @Query(() => [IntakeRunType], { description: '最近的接入，新的在前。The newest imports, newest first.' })
  intakeRuns(
    @Ctx() { principal, scope }: RequestContext,
    @Arg('department', () => Department, { nullable: true, description: '只要此部门的。Only this office’s.' })
    department?: DepartmentCode | null,
    @Arg('first', () => Int, { nullable: true, description: '多少次，默认 20，至多 100。How many; 20 when left out, 100 at most.' })
    first?: number | null,
  ): Promise<readonly IntakeRun[]> {
    return this.#runs.newest(scope, { department: department ?? null, first: pageSize(first ?? 20, principal) });
  }

  @FieldResolver(() => [RunFindingType], { description: '对图层的提示。What it found odd about layers that it accepted.' })
  findings(@Root() { id }: IntakeRun, @Ctx() context: RequestContext): Promise<readonly RunFinding[]> {
    return this.#findings(context).load(id);
  }

  @FieldResolver(() => [BoundaryRepairType], { description: '修复过的边界，至多 100 条。The boundaries that it set right, 100 at most.' })
  repairs(@Root() { id }: IntakeRun, @Ctx() context: RequestContext): Promise<readonly BoundaryRepair[]> {
    return this.#repairs(context).load(id);
  }
}
