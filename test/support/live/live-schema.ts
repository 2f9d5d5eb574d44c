import type { GraphQLSchema } from 'graphql';
import { Ctx, Extensions, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';

import { AllElementsGridType } from '../../../src/features/grids/graphql/index.js';
import { MatterEventType } from '../../../src/features/live/graphql/index.js';
import { MatterChangedType, type MatterChangedValue, PlatformMatterType } from '../../../src/features/matters/graphql/index.js';
import { assembleSchema, bindingsOf } from '../../../src/gateway/schema/assemble-schema.js';
import { registerDepartments } from '../../../src/graphql/department.js';
import { ofCaller } from '../../../src/graphql/of-caller.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { sixOffices } from '../departments/six-offices.js';
import { aMatter, type LiveCity } from './a-live-city.js';

/** Changes one matter without the closed loop behind it. */
@Resolver()
class ChangesForTests {
  readonly #city: LiveCity;

  constructor(city: LiveCity) {
    this.#city = city;
  }

  @Query(() => String, { description: '谁在问。Who asks.' })
  asker(@Ctx() { principal }: RequestContext): string {
    return principal.subject;
  }

  @Mutation(() => MatterChangedType, { description: '登记一个事项。Records a matter.' })
  async record(): Promise<MatterChangedValue> {
    const matter = aMatter('from a mutation');
    await this.#city.record(matter);
    return { typeName: 'MatterChanged', matter, idempotentReplay: false };
  }

  @Mutation(() => MatterChangedType, {
    description: '登记一个事项，但其事件还未排定位置。Records a matter whose event has no position yet.',
  })
  recordUnsequenced(): MatterChangedValue {
    const matter = aMatter('not in the log');
    this.#city.matters.set(matter.uuid, matter);
    return { typeName: 'MatterChanged', matter, idempotentReplay: false };
  }
}

/** Names the reader in what it is told, as nothing of the platform does: a field that answers each caller by name. */
@Resolver(() => MatterEventType)
class NamesReaders {
  @Extensions(ofCaller)
  @FieldResolver(() => String, { description: '告知谁。Who is told.' })
  toldTo(@Ctx() { principal }: RequestContext): string {
    return principal.subject;
  }
}

/** The schema of live alone, over a city in memory. */
export function liveSchema(city: LiveCity): Promise<GraphQLSchema> {
  registerDepartments(sixOffices);
  const bindings = bindingsOf([...city.live.resolvers, new ChangesForTests(city), new NamesReaders()]);
  return assembleSchema({ bindings, orphans: [PlatformMatterType, AllElementsGridType] });
}
