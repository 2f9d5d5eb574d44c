import type { KeyWish } from '../../../src/features/access/index.js';
import { globalId, uuidOf } from '../../../src/kernel/ids.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { demoToken } from '../../support/access/demo-token.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient, read } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

const whoAmI = '{ whoAmI { subject kind role department divisions } }';
const by = { principal: aPrincipal([], { subject: 'security', role: 'SECURITY_ADMINISTRATOR' }), requestId: 'request-1' };

const wishOf = (subject: string, changed: Partial<KeyWish> = {}): KeyWish => ({
  subject,
  role: 'DEPARTMENT_SYSTEM',
  department: 'ORCHARD',
  organisation: null,
  divisions: ['990100'],
  grids: [],
  acts: null,
  networks: [],
  expiresAt: null,
  ...changed,
});

describe('keys of machines', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
  }, 120_000);
  afterAll(() => city?.stop());

  const cabinet = () => city.platform.running.keys.cabinet;
  const ask = (key: string) => new GraphqlClient(city.platform.url, key).ask<{ whoAmI: object }>(whoAmI);
  const code = async (key: string) => (await ask(key)).errors[0]?.extensions.code ?? 'OK';
  /** Makes a key, and waits until the platform that serves has heard of it from its log. */
  async function made(wish: KeyWish): Promise<{ readonly id: string; readonly text: string }> {
    const { key, text } = await cabinet().create(wish, by);
    await eventually('the key is held', () => city.platform.running.keys.held.counts(key.id));
    return { id: key.id, text };
  }

  test('a key makes its holder the machine that it was made for', async () => {
    const { text } = await made(wishOf('orchard-system'));
    expect(text).toMatch(/^key_[a-z0-9]{12}_[\w-]{43}$/);
    expect((await ask(text)).data).toEqual({
      whoAmI: { subject: 'orchard-system', kind: 'MACHINE', role: 'DEPARTMENT_SYSTEM', department: 'ORCHARD', divisions: ['990100'] },
    });
    const rows = await city.platform.running.databases.index.sql.query('select * from access_key');
    expect(JSON.stringify(rows)).not.toContain(text.split('_').slice(2).join('_'));
  });

  test('a wrong secret, an unknown id and a mangled key are refused alike', async () => {
    const { text } = await made(wishOf('mangled'));
    const wrong = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
    const refusals = await Promise.all([wrong, `key_aaaaaaaaaaaa_${'x'.repeat(43)}`, 'key_', `${text}x`].map(ask));
    expect(new Set(refusals.map(({ errors, status }) => `${status} ${errors[0]!.extensions.code} ${errors[0]!.message}`)).size).toBe(1);
    expect(refusals[0]!.status).toBe(401);
  });

  test('a key counts from its networks only, until it expires', async () => {
    expect(await code((await made(wishOf('near', { networks: ['10.0.0.0/8', '127.0.0.0/8'] }))).text)).toBe('OK');
    expect(await code((await made(wishOf('far', { networks: ['10.0.0.0/8', '2001:db8::/32'] }))).text)).toBe('UNAUTHENTICATED');
    const { key, text } = await cabinet().create(wishOf('late', { expiresAt: new Date(Date.now() - 1_000) }), by);
    await city.platform.running.keys.held.renew();
    expect([key.revokedAt, await code(text)]).toEqual([null, 'UNAUTHENTICATED']);
  });

  test('a machine changes over with two keys that count; a third is refused', async () => {
    const first = await made(wishOf('rotating', { acts: ['REPORT'], networks: ['127.0.0.1'] }));
    const second = await cabinet().rotate(first.id, null, by);
    expect(second.key).toMatchObject({ subject: 'rotating', role: 'DEPARTMENT_SYSTEM', acts: ['REPORT'], networks: ['127.0.0.1'] });
    await expect(cabinet().rotate(first.id, null, by)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(cabinet().create(wishOf('rotating'), by)).rejects.toMatchObject({ code: 'CONFLICT' });
    await eventually('both keys count', async () => (await code(first.text)) === 'OK' && (await code(second.text)) === 'OK');

    await cabinet().revoke(first.id, by);
    await eventually('the old key is refused', async () => (await code(first.text)) === 'UNAUTHENTICATED');
    expect(await code(second.text)).toBe('OK');
    await expect(cabinet().revoke(first.id, by)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await cabinet().rotate(second.key.id, null, by)).key.id).not.toBe(second.key.id);
  });

  test('of keys that are made at the same time no third one stands', async () => {
    const made = await Promise.allSettled(Array.from({ length: 5 }, () => cabinet().create(wishOf('hasty'), by)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  test('keys are made by security administrators, within what the role may, with a line in the audit log', async () => {
    const analyst = { ...by, principal: aPrincipal(['990100'], { role: 'ANALYST' }) };
    await expect(cabinet().create(wishOf('stolen'), analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(cabinet().create(wishOf('wide', { acts: ['DECLARE'] }), by)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(cabinet().create(wishOf('wide', { networks: ['10.0.0.0/33'] }), by)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(cabinet().create(wishOf('wide', { department: null }), by)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });

    const { key, text } = await cabinet().create(wishOf('on-record'), by);
    await cabinet().revoke(key.id, by);
    const lines = await city.platform.running.databases.index.sql.query<{ act: string; subject: string; what: object }>(
      `select act, subject, what from audit_entry where what->>'key' = $1 order by id`,
      [key.id],
    );
    expect(lines.map(({ act, subject }) => [act, subject])).toEqual([
      ['createKey', 'security'],
      ['revokeKey', 'security'],
    ]);
    expect(JSON.stringify(lines)).not.toContain(text.slice(17));
  });

  test('A57: neither a machine nor an analyst takes decisions of others, and a key does only what it was made for', async () => {
    const nobody = uuidOf('nothing of this name');
    const grounds = `document: "1号", organisation: "X", role: "科长", idempotencyKey: "a57"`;
    const decisions = {
      withdrawCategoryLink: `withdrawCategoryLink(input: { link: "${globalId('CategoryLink', nobody)}", ${grounds} }) { __typename }`,
      withdrawSharing: `withdrawSharing(input: { grant: "${globalId('SharingGrant', nobody)}", expectedVersion: 1, ${grounds} }) { __typename }`,
      withdrawLinkDecision: `withdrawLinkDecision(input: { id: "${globalId('LinkDecision', nobody)}", expectedVersion: 1, reason: "r", organisation: "X",
        documentNumber: "1号", idempotencyKey: "a57" }) { __typename }`,
    };
    const answers = async (credential: string, names: readonly (keyof typeof decisions)[]): Promise<readonly unknown[]> => {
      const client = new GraphqlClient(city.platform.url, credential);
      const asked = await Promise.all(
        names.map((name) => client.ask<Record<string, { __typename: string }>>(`mutation { ${decisions[name]} }`)),
      );
      return asked.map(({ data, errors }, place) => data?.[names[place]!]?.__typename ?? errors[0]!.extensions.code);
    };
    const every = Object.keys(decisions) as (keyof typeof decisions)[];
    const forbidden = every.map(() => 'Forbidden');
    const office = await made(wishOf('office-by-machine', { role: 'GRID_OFFICE', department: null }));
    const narrow = await made(wishOf('narrow', { acts: ['REPORT'] }));
    const wide = await made(wishOf('wide-machine'));
    expect(await answers(await demoToken(city.platform, { role: 'ANALYST' }), every)).toEqual(forbidden);
    expect(await answers(office.text, ['withdrawCategoryLink', 'withdrawSharing'])).toEqual(forbidden.slice(1));
    expect(await answers(narrow.text, every)).toEqual(forbidden);
    // The same machine with a key for everything that its role may is let as far as the decision that does not exist.
    expect(await answers(wide.text, ['withdrawLinkDecision'])).not.toEqual(['Forbidden']);
  });

  test('A47: a key that is revoked ends its live socket with 4403, and no event comes after', async () => {
    const { id, text } = await made(wishOf('listening'));
    const client = liveClient(city.platform.url, text);
    const stream = read(client);
    expect((await stream.next()).__typename).toBe('Heartbeat');
    const next = stream.next();
    await cabinet().revoke(id, by);
    await expect(next).rejects.toMatchObject({ code: 4403, reason: expect.stringContaining('UNAUTHENTICATED') });
    await client.dispose();
  });

  test('A47: a token that expires ends its live socket with 4403, and no event comes after', async () => {
    const client = liveClient(city.platform.url, await demoToken(city.platform, { seconds: 2 }));
    const stream = read(client);
    expect((await stream.next()).__typename).toBe('Heartbeat');
    await expect(stream.next()).rejects.toMatchObject({ code: 4403 });
    await client.dispose();
  });
});
