import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { MaskedMatter, SealedMasking, SealedMasks } from '../../../access/index.js';
import type { Matter } from '../../matter.js';
import { MatterType } from '../matter.type.js';
import { SealedIdentityType } from './sealed-identity.type.js';

/** Adds to every sealed matter who petitioned, masked; a page costs one statement at most. */
@Resolver(() => MatterType)
export class SealedIdentityResolver {
  readonly #masks;

  constructor(masking: SealedMasking) {
    this.#masks = perRequest<string, SealedMasks | null>('sealedMasksByMatter', (keys, { principal }) =>
      masking.of(
        keys.map((key) => JSON.parse(key) as MaskedMatter),
        principal,
      ),
    );
  }

  @FieldResolver(() => SealedIdentityType, {
    nullable: true,
    description: '来访人或反映人，脱敏；未密封的事项为 null。Who petitioned or reported, masked; null where the matter is not sealed.',
  })
  sealedIdentity(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<SealedMasks | null> | null {
    if (!matter.sealed) return null;
    const { uuid, department, localId, sealed } = matter;
    return this.#masks(context).load(JSON.stringify({ uuid, department, localId, sealed }));
  }
}
