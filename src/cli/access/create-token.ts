import { demoTokenSeconds } from '../../features/access/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { actsAsArgument, type ActsAsFlags } from './acts-as-flags.js';
import { lifeSpan } from './life-span.js';

/** How a token is asked for. */
export interface CreateTokenFlags extends ActsAsFlags {
  readonly ttl?: string;
  readonly json: boolean;
}

/** Prints a demonstration token; throws `BAD_USER_INPUT` where such tokens count for nothing. */
export async function createTokenVerb(flags: CreateTokenFlags, on: OnPlatform): Promise<void> {
  const seconds = flags.ttl === undefined ? demoTokenSeconds : lifeSpan(flags.ttl);
  await on(async (platform) => {
    const { demoTokens } = platform.credentials;
    if (demoTokens === null) throw notHere();
    const actsAs = actsAsArgument(flags, platform);
    const token = await demoTokens.issue({ ...actsAs, seconds });
    const expiresAt = new Date(platform.clock.now().getTime() + seconds * 1000).toISOString();
    if (flags.json) sayJson({ token, ...actsAs, expiresAt });
    // The token alone, so that a shell can take it: TOKEN=$(npx allgrid token create …).
    else say([token]);
  });
}

function notHere(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: 'token create: expected AUTH=demo, got AUTH=required, under which demonstration tokens count for nothing.',
    messageZh: 'token create：演示令牌只在 AUTH=demo 下有效。',
    hint: 'People bring tokens of OIDC_ISSUER; machines get keys: npx allgrid key create.',
  });
}
