import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { ConnectionValue } from '../../../graphql/connection.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import { ElementType } from '../../elements/graphql/index.js';
import type { Element } from '../../elements/index.js';
import type { Matter } from '../matter.js';
import { MattersOfUnitArgs } from './filter/matter.args.js';
import { MatterConnection } from './matter.connection.js';
import type { MattersOfHolders } from './matters-of-holders.js';

/** Adds `matters` to every element. */
@Resolver(() => ElementType)
export class MattersOfElementResolver {
  readonly #elements: MattersOfHolders;

  constructor(elements: MattersOfHolders) {
    this.#elements = elements;
  }

  @FieldResolver(() => MatterConnection, {
    description:
      '涉及此要素的事项，最新在前；密封事项不在其中。The matters that are about it, newest first; sealed ones are never among them.',
  })
  matters(
    @Root() element: Element,
    @Args(() => MattersOfUnitArgs) asked: MattersOfUnitArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<ConnectionValue<Matter>> {
    return this.#elements.of(element.uuid, asked, context);
  }
}
