import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import { PageArgs } from '../../../graphql/args/page.args.js';
import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageOfList, pageSize } from '../../../graphql/page.js';
import type { PageCursors, PageKey } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { LayerKeyScalar } from '../../../graphql/scalars.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import type { CrosswalkReports } from '../report/crosswalk-reports.js';
import { compareFindings, type Finding, type FindingKind, type FindingPlace } from '../report/finding.js';
import { CrosswalkFindingConnection, FindingKindEnum, type FindingValue } from './crosswalk-finding.type.js';
import { CrosswalkReportType, type CrosswalkReportValue } from './crosswalk-report.type.js';

/** Declares what a report is asked by. */
@ArgsType()
export class CrosswalkReportArgs extends InstantArgs {
  @Field(() => [LayerKeyScalar], {
    nullable: true,
    description: '哪些图层相互比较；默认全部。The layers to compare with each other; all when left out.',
  })
  between?: readonly string[] | null;

  @Field(() => [FindingKindEnum], { nullable: true, description: '只看这些种类；默认全部。Only these kinds; all when left out.' })
  kinds?: readonly FindingKind[] | null;
}

/** Tells what is wrong with the city's grids. */
@Resolver(() => CrosswalkReportType)
export class CrosswalkReportResolver {
  readonly #models: ModelSource<CityModel>;
  readonly #reports: CrosswalkReports;
  readonly #cursors: PageCursors;

  constructor(models: ModelSource<CityModel>, reports: CrosswalkReports, cursors: PageCursors) {
    this.#models = models;
    this.#reports = reports;
    this.#cursors = cursors;
  }

  @Query(() => CrosswalkReportType, {
    description:
      '各套网格之间的毛病：无主地、重叠、碎片、无对应、编号相撞、户数不合规、职责空缺。What is wrong with the city’s grids: gaps, overlaps, slivers, units without counterpart, colliding ids, households outside the rule, ground without duty.',
  })
  async crosswalkReport(
    @Args(() => CrosswalkReportArgs) asked: CrosswalkReportArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<CrosswalkReportValue> {
    const model = await modelFor(this.#models, context, asked);
    return { ...(await this.#reports.report(model, asked)), model };
  }

  @FieldResolver(() => Int, { description: '毛病总数。How many findings there are.' })
  findingCount(@Root() report: CrosswalkReportValue): number {
    return report.findings.length;
  }

  @FieldResolver(() => CrosswalkFindingConnection, {
    description: '逐处的毛病：按种类，面积从大到小。The findings: by kind, the largest ground first.',
  })
  findings(
    @Root() report: CrosswalkReportValue,
    @Args(() => PageArgs) asked: PageArgs,
    @Ctx() context: RequestContext,
  ): ConnectionValue<FindingValue> {
    const { model, layers, findings } = report;
    const question = ['crosswalkReport', model.at, model.knownAt, layers.map(({ key }) => key)];
    const startsAt = asked.after ? placeAfter(findings, this.#cursors.decode(question, asked.after)) : 0;
    const first = pageSize(asked.first, context.principal);
    const page = pageOfList(findings, { first, startsAt }, (one) => this.#cursors.encode(question, keyOf(one)));
    return connectionOf({ ...page, edges: page.edges.map((edge) => ({ node: { ...edge.node, model }, cursor: () => edge.cursor() })) });
  }
}

function keyOf({ kind, areaM2, share, key }: FindingPlace): PageKey {
  return [kind, areaM2, share, key];
}

/** A finding that was mended between two pages leaves its place to the next one. */
function placeAfter(findings: readonly Finding[], page: PageKey): number {
  const [kind, areaM2, share, key] = page as readonly [FindingKind, number | null, number | null, string];
  const found = findings.findIndex((one) => compareFindings(one, { kind, areaM2, share, key }) > 0);
  return found < 0 ? findings.length : found;
}
