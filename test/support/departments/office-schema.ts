import { type ExecutionResult, graphql, type GraphQLSchema } from 'graphql';
import { Arg, buildSchemaSync, Ctx, type NonEmptyArray, Query, Resolver } from 'type-graphql';

import type { DepartmentDefinition, OwnFieldReader, ResolverBinding } from '../../../src/departments/contract.js';
import { demoAnalyst } from '../../../src/features/access/index.js';
import { DivisionResolver } from '../../../src/features/divisions/graphql/index.js';
import {
  AllElementsGridResolver,
  AllElementsGridType,
  GridResolver,
  GridType,
  LayerResolver,
} from '../../../src/features/grids/graphql/index.js';
import type { GridModel, GridUnit } from '../../../src/features/grids/index.js';
import { MatterType } from '../../../src/features/matters/graphql/index.js';
import { objectTypeOf } from '../../../src/gateway/schema/object-type-of.js';
import { Department, registerDepartments } from '../../../src/graphql/department.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { aScope } from '../access/a-scope.js';

interface MatterStub {
  readonly id: string;
  readonly typeName: string;
  readonly localId: string;
}

/** Asks for units and matters without a gateway. */
@Resolver()
class OfficeQueries {
  @Query(() => [GridType], { description: '一个部门的全部网格。All grids of one office.' })
  units(
    @Arg('department', () => Department, { description: '部门。The office.' }) department: string,
    @Ctx() { model }: RequestContext<GridModel>,
  ): readonly GridUnit[] {
    return model.units.filter((unit) => unit.department === department);
  }

  @Query(() => AllElementsGridType, { description: '第一个全要素网格。The first all-elements grid.' })
  cityGrid(@Ctx() { model }: RequestContext<GridModel>): GridUnit {
    return model.units[0]!;
  }

  @Query(() => [MatterType], { description: '一种类型的若干事项。Some matters of one type.' })
  matters(
    @Arg('typeName', () => String, { description: '类型名。The name of the type.' }) typeName: string,
    @Arg('localIds', () => [String], { description: '编号。The ids.' }) localIds: string[],
  ): readonly MatterStub[] {
    return localIds.map((localId) => ({ id: localId, typeName, localId }));
  }
}

/** A schema of the offices alone, and a way to ask it as one request. */
export interface OfficeSchema {
  readonly schema: GraphQLSchema;
  /** Each call is a request of its own. */
  ask(model: GridModel, query: string): Promise<ExecutionResult>;
}

/** Builds the schema of some offices over their readers, without gateway or database. */
export function officeSchema(
  offices: readonly DepartmentDefinition[],
  readerOf: (office: DepartmentDefinition) => OwnFieldReader,
): OfficeSchema {
  registerDepartments(offices);
  const plain = [OfficeQueries, GridResolver, AllElementsGridResolver, LayerResolver, DivisionResolver];
  const own = offices.flatMap((office) => office.resolvers(readerOf(office)));
  const schema = schemaOf([...plain.map((type) => ({ type, instance: new type() })), ...own], own);
  return { schema, ask: (model, source) => graphql({ schema, source, contextValue: contextOf(model) }) };
}

function schemaOf(bindings: readonly ResolverBinding[], own: readonly ResolverBinding[]): GraphQLSchema {
  const instances = new Map<unknown, object>(bindings.map(({ type, instance }) => [type, instance]));
  const resolvers = bindings.map(({ type }) => type) as unknown as NonEmptyArray<() => unknown>;
  const orphanedTypes = own.map(({ type }) => objectTypeOf(type)) as unknown as (() => unknown)[];
  return buildSchemaSync({ resolvers, orphanedTypes, validate: false, container: { get: (type: unknown) => instances.get(type)! } });
}

function contextOf(model: GridModel): RequestContext<GridModel> {
  const scope = aScope();
  const asked = { principal: demoAnalyst('360200'), purpose: null, clock: systemClock, requestId: 'test', language: 'zh' } as const;
  return { ...asked, scope, scopeNow: () => scope, model };
}
