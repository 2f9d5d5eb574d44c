import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { AccessTokens } from '../../../../src/features/access/credentials/access-tokens.js';
import { issuerKeys } from '../../../../src/features/access/credentials/issuer-keys.js';
import { ownClaimNames } from '../../../../src/features/access/credentials/principal-claims.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import { silentLog } from '../../../../src/kernel/log.js';
import { TestIssuer } from '../../../support/access/test-issuer.js';

describe('keys at an address', () => {
  let issuer: TestIssuer;
  let server: Server;
  let url: string;
  /** Paths that were asked for. */
  let asked: string[];
  beforeEach(async () => {
    issuer = await TestIssuer.make();
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/moved') response.writeHead(302, { location: '/keys' }).end();
      else void issuer.jwk().then((jwk) => response.end(JSON.stringify({ keys: [jwk] })));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const tokensOf = (path: string): AccessTokens => {
    const { issuer: name, audience } = TestIssuer;
    const trusted = { issuer: name, audience, algorithms: ['RS256'], type: 'at+jwt', claims: ownClaimNames };
    const city = () => ({ offices: [], divisionFault: () => null });
    return new AccessTokens([{ ...trusted, keys: issuerKeys({ url: url + path }, silentLog) }], {
      city,
      clock: systemClock,
      log: silentLog,
    });
  };

  test('are asked for once, and not again for every token of a stranger', async () => {
    const tokens = tokensOf('/keys');
    expect((await tokens.principalOf(await issuer.token())).subject).toBe('someone');
    const stranger = await TestIssuer.make();
    for (let nth = 0; nth < 20; nth += 1)
      await expect(tokens.principalOf(await stranger.token())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toEqual(['/keys']);
  });

  test('go on when their issuer is away', async () => {
    const tokens = tokensOf('/keys');
    await tokens.principalOf(await issuer.token());
    server.closeAllConnections();
    server.close();
    expect((await tokens.principalOf(await issuer.token())).subject).toBe('someone');
  });

  test('are not believed from where the address sends one on', async () => {
    await expect(tokensOf('/moved').principalOf(await issuer.token())).rejects.toMatchObject({ code: 'UNAVAILABLE', fault: 'ours' });
    expect(asked).toEqual(['/moved']);
  });
});
