import { Ctx, Field, Float, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { dataClasses, type Scope } from '../../../kernel/scope.js';
import { readsOwner } from '../../../kernel/within-scope.js';
import type { ElementReadModel } from '../../elements/index.js';
import { LayerType } from '../../grids/graphql/index.js';
import type { GridModel, Layer } from '../../grids/index.js';
import type { MatterReadModel } from '../../matters/index.js';
import { type OfficeStandings, type OfficeState, officeStateOf, officeStates } from '../office-state.js';

/** The enum `DepartmentStatus`. */
export const DepartmentStatusEnum = Object.fromEntries(officeStates.map((state) => [state, state])) as Readonly<
  Record<OfficeState, OfficeState>
>;

registerEnumType(DepartmentStatusEnum, {
  name: 'DepartmentStatus',
  description: '部门来源的状态。How an office’s source stands.',
  valuesConfig: {
    LIVE: { description: '数据跟得上。Its records are up to date.' },
    STALE: { description: '落后超过一分钟。More than a minute behind.' },
    DOWN: { description: '前置库读不到。Its front database cannot be read.' },
  },
});

/** Declares how many records of an office the city holds, as far as the viewer may see them. */
@ObjectType('DepartmentCounts', { description: '某部门在本市的记录数。How many records of an office the city holds.' })
export class DepartmentCountsType {
  @Field(() => Int, { description: '网格数。Units.' })
  units!: number;

  @Field(() => Int, { description: '要素数。Elements.' })
  elements!: number;

  @Field(() => Int, { description: '事项数。Matters.' })
  matters!: number;
}

/** Declares how an office stands. */
@ObjectType('DepartmentState', { description: '一个部门的接入状态。How an office stands with the platform.' })
export class DepartmentStateType {
  @Field(() => Department, { description: '部门。The office.' })
  department!: DepartmentCode;

  @Field(() => String, { description: '中文名称。Its name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: '英文名称。Its name in English.' })
  nameEn!: string;

  @Field(() => DepartmentStatusEnum, { description: '状态。The state.' })
  state!: OfficeState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '数据截至；从未取数时为 null。Everything up to then is held; null before the first time.',
  })
  asOf!: Date | null;

  @Field(() => Float, { nullable: true, description: '落后秒数。How many seconds behind.' })
  lagSeconds!: number | null;

  @Field(() => [LayerType], { description: '它的图层。Its layers.' })
  layers!: readonly Layer[];

  @Field(() => DepartmentCountsType, { description: '记录数。How many records of it the city holds.' })
  counts!: DepartmentCountsType;
}

/** An office as compose registered it. */
export interface KnownOffice {
  readonly key: string;
  readonly code: DepartmentCode;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What the state of offices is told from. */
export interface DepartmentSources {
  readonly offices: readonly KnownOffice[];
  readonly standings: OfficeStandings;
  readonly elements: Pick<ElementReadModel, 'countsOfOffices'>;
  readonly matters: Pick<MatterReadModel, 'countsOfOffices'>;
  /** Since when the feed of an office (by key) cannot be followed; null while all is well. */
  readonly failingSince: (key: string) => Date | null;
}

/** Answers how every office stands. */
@Resolver()
export class DepartmentsResolver {
  readonly #sources: DepartmentSources;

  constructor(sources: DepartmentSources) {
    this.#sources = sources;
  }

  @Query(() => [DepartmentStateType], { description: '各部门的接入状态。How every office stands.' })
  async departments(@Ctx() { model, clock, scope }: RequestContext<GridModel>): Promise<readonly DepartmentStateType[]> {
    const { standings, elements, matters } = await this.#read(scope);
    const now = clock.now();
    return this.#sources.offices.map((office) => {
      const heldUpTo = standings.get(office.code) ?? null;
      // An office none of whose data is read looks like one that never brought any; whether its feed works is open.
      const asOf = dataClasses.some((dataClass) => readsOwner(scope, dataClass, office.code)) ? heldUpTo : null;
      const layers = model.layersOf(office.code);
      return {
        department: office.code,
        nameZh: office.nameZh,
        nameEn: office.nameEn,
        state: officeStateOf(heldUpTo, this.#sources.failingSince(office.key), now),
        asOf,
        lagSeconds: asOf === null ? null : Math.max(0, (now.getTime() - asOf.getTime()) / 1000),
        layers,
        counts: {
          units: layers.reduce((sum, layer) => sum + model.unitsOf(layer.key).length, 0),
          elements: elements.get(office.code) ?? 0,
          matters: matters.get(office.code) ?? 0,
        },
      };
    });
  }

  async #read(scope: Scope) {
    const { standings, elements, matters } = this.#sources;
    const [stood, things, affairs] = await Promise.all([standings.all(), elements.countsOfOffices(scope), matters.countsOfOffices(scope)]);
    return {
      standings: new Map(stood.map((standing) => [standing.department, standing.asOf])),
      elements: new Map(things.map((count) => [count.department, count.elements])),
      matters: new Map(affairs.map((count) => [count.department, count.matters])),
    };
  }
}
