import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UnsecuredJWT } from 'jose';

import { TestIssuer, type TokenChanges } from '../../support/access/test-issuer.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient, read } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { asDrawn, ServedCity } from '../../support/intake/served-city.js';

const whoAmI = '{ whoAmI { subject role } }';
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

describe('a city that believes one issuer', () => {
  let folder: string;
  let city: ServedCity;
  let issuer: TestIssuer;
  let stranger: TestIssuer;
  let attacker: Server;
  /** Requests that reached the attacker's server. */
  let lured = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-issuer-'));
    [issuer, stranger] = [await TestIssuer.make(), await TestIssuer.make()];
    await TestIssuer.publish(join(folder, 'jwks.json'), [issuer]);
    attacker = createServer((_request, response) => {
      lured += 1;
      void stranger.jwk().then((jwk) => response.end(JSON.stringify({ keys: [jwk] })));
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    city = await ServedCity.start(drawnCity, asDrawn, TestIssuer.settings(join(folder, 'jwks.json')));
  }, 120_000);
  afterAll(async () => {
    await city?.stop();
    attacker?.closeAllConnections();
    attacker?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (token: string) => new GraphqlClient(city.platform.url, token).ask<{ whoAmI: { subject: string } }>(whoAmI);

  /** What HTTP and WebSocket say of a token: the two refuse alike. */
  async function refusalsOf(token: string): Promise<readonly unknown[]> {
    const { statement, status, code } = await ask(token).then(({ status, errors }) => ({
      statement: errors[0]!.message,
      status,
      code: errors[0]!.extensions.code,
    }));
    const client = liveClient(city.platform.url, token);
    const closed = (await read(client)
      .next()
      .catch((thrown: unknown) => thrown)) as { code: number; reason: string };
    await client.dispose();
    expect(closed.reason).toBe(`UNAUTHENTICATED: ${statement}`.slice(0, 120));
    return [status, code, closed.code];
  }
  const refused = [401, 'UNAUTHENTICATED', 4403];

  test('a token of the issuer is believed, on HTTP and on the socket', async () => {
    const token = await issuer.token();
    expect((await ask(token)).data).toEqual({ whoAmI: { subject: 'someone', role: 'ANALYST' } });
    const client = liveClient(city.platform.url, token);
    expect((await read(client).next()).__typename).toBe('Heartbeat');
    await client.dispose();
  });

  test('nobody is let in without credentials, nor with a demonstration token', async () => {
    expect(city.platform.running.credentials.demoTokens).toBeNull();
    const { status, errors } = await city.client.ask(whoAmI);
    expect([status, errors[0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refusalsOf(await issuer.token({ claims: { iss: 'urn:allgrid:demo', aud: 'allgrid' } }))).toEqual(refused);
  });

  test('A45: a token without a signature is refused', async () => {
    const { iss, aud } = { iss: TestIssuer.issuer, aud: TestIssuer.audience };
    const token = new UnsecuredJWT({ iss, aud, sub: 'someone', role: 'ANALYST', exp: inSeconds(600) }).encode();
    expect(await refusalsOf(token)).toEqual(refused);
  });

  test('A45: a token signed with the public key as a shared secret is refused', async () => {
    const key = new TextEncoder().encode(await issuer.publicPem());
    expect(await refusalsOf(await issuer.token({ header: { alg: 'HS256' }, key }))).toEqual(refused);
  });

  test('A45: a token of an unknown key, or of another key under a known name, is refused', async () => {
    expect(await refusalsOf(await stranger.token())).toEqual(refused);
    expect(await refusalsOf(await stranger.token({ header: { kid: issuer.kid } }))).toEqual(refused);
  });

  test('A45: an address or a key that a token brings along is never followed', async () => {
    const home = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/keys`;
    const lures: TokenChanges['header'][] = [{ jku: home }, { x5u: home }, { jwk: await stranger.jwk() }, { jku: home, kid: issuer.kid }];
    for (const header of lures) expect(await refusalsOf(await stranger.token({ header: header! }))).toEqual(refused);
    expect(lured).toBe(0);
    await fetch(home);
    expect(lured).toBe(1);
  });

  test.each<[string, TokenChanges]>([
    ['that has expired', { claims: { exp: inSeconds(-90) } }],
    ['without an end', { claims: { exp: undefined } }],
    ['that begins later', { claims: { nbf: inSeconds(300) } }],
    ['for another audience', { claims: { aud: 'elsewhere' } }],
    ['of another issuer', { claims: { iss: 'https://idp.evil' } }],
    ['that tells who one is (an ID token)', { header: { typ: 'JWT' } }],
    ['that does not say what it is for', { header: { typ: undefined as never } }],
    ['of nobody', { claims: { sub: undefined } }],
  ])('A46: a token %s is refused', async (_what, changed) => {
    expect(await refusalsOf(await issuer.token(changed))).toEqual(refused);
  });

  test('A46: clocks may differ by a minute', async () => {
    expect((await ask(await issuer.token({ claims: { exp: inSeconds(-30) } }))).errors).toEqual([]);
    expect((await ask(await issuer.token({ claims: { nbf: inSeconds(30) } }))).errors).toEqual([]);
  });

  test('keys change with their file: a new one counts at once, a withdrawn one no longer', async () => {
    const next = await TestIssuer.make();
    await TestIssuer.publish(join(folder, 'jwks.json'), [next]);
    expect((await ask(await next.token())).errors).toEqual([]);
    expect(await refusalsOf(await issuer.token())).toEqual(refused);

    await rm(join(folder, 'jwks.json'));
    const { status, errors } = await ask(await next.token());
    expect([status, errors[0]!.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    await TestIssuer.publish(join(folder, 'jwks.json'), [issuer]);
    expect((await ask(await issuer.token())).errors).toEqual([]);
  });
});
