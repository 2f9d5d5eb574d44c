import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../../grids/index.js';
import type { LineageDeclarations } from '../declare-lineage.js';
import { tellLineage } from '../tell-lineage.js';
import { type LineageQuerySources, lineageShown, organisationsOf } from './lineage.resolver.js';
import { UnitLineageType } from './lineage.type.js';
import { DeclareLineageInput } from './redraw.input.js';

/** Declares the answer to a declaration of lineage. */
@ObjectType('LineageChanged', { description: '沿革已变更。Lineage was declared.' })
export class LineageChangedType {
  @Field(() => [UnitLineageType], { description: '旧单元的来龙去脉。The lineage of the old unit.' })
  lineage!: readonly UnitLineageType[];

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link LineageChangedType} shows. */
export interface LineageChangedValue extends LineageChangedType {
  readonly typeName: 'LineageChanged';
}

const DeclareLineageResult = createUnionType({
  name: 'DeclareLineageResult',
  description: '申明的结果：已变更，或有名有姓的拒绝。The answer to a declaration: the change, or a named refusal.',
  types: () => [LineageChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** Takes what people declare of lineage. */
@Resolver()
export class DeclareLineageResolver {
  readonly #declarations: LineageDeclarations;
  readonly #sources: LineageQuerySources;

  constructor(declarations: LineageDeclarations, sources: LineageQuerySources) {
    this.#declarations = declarations;
    this.#sources = sources;
  }

  @Mutation(() => DeclareLineageResult, {
    description:
      '申明一个旧单元由哪个新单元承接，凭文号；从不按名称认定，成环者拒绝。Declares, by a document, what took the place of a unit; nothing is matched by name, and a circle is refused.',
  })
  async declareLineage(
    @Arg('input', () => DeclareLineageInput, { description: '申明内容。The declaration.' }) input: DeclareLineageInput,
    @Ctx() context: RequestContext<GridModel>,
  ): Promise<LineageChangedValue | RefusalValue> {
    return orRefusal(context.language, async () => {
      const { idempotencyKey, document, organisation, role, layer, kind, from, to, weight, inverseWeight, effectiveOn } = input;
      const declaration = {
        idempotencyKey,
        document,
        organisation,
        role,
        layerKey: layer,
        kind,
        from,
        to,
        weight,
        inverseWeight,
        effectiveOn,
      };
      const { idempotentReplay } = await this.#declarations.declare(declaration, context);
      const told = await tellLineage(this.#sources, context.model, { department: null, localId: from, layer });
      const bodies = await organisationsOf(this.#sources.organisations, told);
      return { typeName: 'LineageChanged', lineage: told.map((one) => lineageShown(one, context.model, bodies)), idempotentReplay };
    });
  }
}
