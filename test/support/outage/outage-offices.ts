import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DepartmentDefinition, OwnFieldReader } from '../../../src/departments/contract.js';
import type { GridUnit } from '../../../src/features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../src/graphql/own-values.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { LighthouseGridType, OrchardGridType } from '../../fixtures/offices/types/invented-grids.type.js';

/** Answers what only the lighthouses keep of their units. */
@Resolver(() => LighthouseGridType)
class LampResolver {
  readonly #own: ReadOwnField<GridUnit, { readonly lamp: string | null }>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Lighthouse', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '光源。The lamp.' })
  lamp(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<string | null> {
    return this.#own(unit, 'lamp', context);
  }
}

/** Answers what only the orchards keep of theirs. */
@Resolver(() => OrchardGridType)
class FruitResolver {
  readonly #own: ReadOwnField<GridUnit, { readonly fruit: string | null }>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Orchard', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '果种。The fruit.' })
  fruit(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<string | null> {
    return this.#own(unit, 'fruit', context);
  }
}

/** Two invented offices whose units have a field each that is read from the office's own front database. */
export const outageOffices: readonly DepartmentDefinition[] = [
  { ...lighthouse, matterType: null, resolvers: (reader) => [{ type: LampResolver, instance: new LampResolver(reader) }] },
  { ...orchard, resolvers: (reader) => [{ type: FruitResolver, instance: new FruitResolver(reader) }] },
];
