import type { DemoTokenWish } from '../../../src/features/access/index.js';
import { GraphqlClient } from '../gateway/graphql-client.js';
import type { TestPlatform } from '../platform.js';
import { demoToken } from './demo-token.js';

/** A client that asks a platform as whoever the test says; everything that it does not say is as of a grid office clerk of the whole city. */
export async function askingAs(platform: TestPlatform, changed: Partial<DemoTokenWish>): Promise<GraphqlClient> {
  return new GraphqlClient(platform.url, await demoToken(platform, changed));
}
