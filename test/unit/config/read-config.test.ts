import { join, resolve } from 'node:path';

import { readConfig } from '../../../src/config/read-config.js';

const root = resolve(__dirname, '..', '..', '..');

function faultsOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (thrown) {
    return (thrown as { details: { faults: unknown } }).details.faults;
  }
}

describe('the configuration', () => {
  it('is whole without a single variable', () => {
    expect(readConfig({})).toEqual({
      isProduction: false,
      audit: { digest: 'sha256', headsDir: join(root, '.data', 'audit-heads'), keepDays: 1096, logKeepDays: 184, graceSeconds: 0 },
      eventRetentionDays: 400,
      port: 4000,
      host: '127.0.0.1',
      dataDir: join(root, '.data'),
      databaseUrl: null,
      officeDatabaseUrls: new Map(),
      realCityData: resolve(root, '../shared/data'),
      auth: 'demo',
      requestTimeoutMs: 30_000,
      sourceTimeoutMs: 2_000,
      documents: 'free',
      areRatesLimited: true,
      oidc: null,
      cityPack: join(root, 'data/jingdezhen'),
      dropFolder: null,
      demo: false,
      logLevel: 'info',
      cursorSecret: null,
      sealingKeys: null,
      officeSealingKeys: new Map(),
      sealingSuite: 'aes-256-gcm',
    });
  });

  const key = (fill: string): string => Buffer.alloc(32, fill).toString('base64');

  it('takes each variable from the environment', () => {
    const secret = 'Zq7-vP2mX9_kLr4TbN8sWd3HfYc6JgUa';
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/city',
      DATABASE_URL: 'postgres://u:p@db/city',
      REAL_CITY_DATA: '/real',
      AUTH: 'required',
      CITY_PACK: '/packs/one',
      DEMO: '1',
      DROP_FOLDER: '/srv/drop',
      LOG_LEVEL: 'warn',
      CURSOR_SECRET: secret,
      SEALING_KEY: `${key('new')},${key('old')}`,
      SEALING_SUITE: 'sm4-ctr-hmac-sm3',
      PETITION_SEALING_KEY: key('petition'),
      AUDIT_DIGEST: 'sm3',
      AUDIT_HEADS_DIR: '/mnt/heads',
      AUDIT_KEEP_DAYS: '3000',
      AUDIT_LOG_KEEP_DAYS: '400',
      AUDIT_GRACE_SECONDS: '30',
      EVENT_RETENTION_DAYS: '800',
    });
    expect(config).toEqual({
      isProduction: true,
      audit: { digest: 'sm3', headsDir: '/mnt/heads', keepDays: 3000, logKeepDays: 400, graceSeconds: 30 },
      eventRetentionDays: 800,
      port: 0,
      host: '0.0.0.0',
      dataDir: '/var/lib/city',
      databaseUrl: 'postgres://u:p@db/city',
      officeDatabaseUrls: new Map(),
      realCityData: '/real',
      auth: 'required',
      requestTimeoutMs: 30_000,
      sourceTimeoutMs: 2_000,
      documents: 'trusted',
      areRatesLimited: true,
      oidc: null,
      cityPack: '/packs/one',
      dropFolder: '/srv/drop',
      demo: true,
      logLevel: 'warn',
      cursorSecret: secret,
      sealingKeys: [Buffer.alloc(32, 'new'), Buffer.alloc(32, 'old')],
      officeSealingKeys: new Map([['petition', [Buffer.alloc(32, 'petition')]]]),
      sealingSuite: 'sm4-ctr-hmac-sm3',
    });
  });

  it('cannot be changed once it is read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it("files an office's own database under the office's key", () => {
    const url = 'postgresql://u:p@petition.local:5433/front';
    expect(readConfig({ URBAN_MANAGEMENT_DATABASE_URL: url }).officeDatabaseUrls).toEqual(new Map([['urban-management', url]]));
  });

  it('refuses a sealing key of another length without printing it', () => {
    const short = Buffer.alloc(31, 'k').toString('base64');
    expect(faultsOf(() => readConfig({ SEALING_KEY: short, PETITION_SEALING_KEY: short }))).toEqual([
      'SEALING_KEY: expected 32 bytes in base64, several with commas between, got something else (not shown).',
      'PETITION_SEALING_KEY: expected 32 bytes in base64, several with commas between, got something else (not shown).',
    ]);
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', PETITION_DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('reads paths the operator wrote from where he stands', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(resolve('elsewhere'));
  });

  it('lets the command line win over the environment', () => {
    const config = readConfig({ PORT: '4001', HOST: 'a' }, ['--port', '4002', '--data-dir=/d', '--host=b=c']);
    expect([config.port, config.dataDir, config.host]).toEqual([4002, '/d', 'b=c']);
  });

  it('demands credentials in production and refuses to be told otherwise', () => {
    expect(readConfig({ NODE_ENV: 'production' }).auth).toBe('required');
    expect(faultsOf(() => readConfig({ NODE_ENV: 'production', AUTH: 'demo' }))).toEqual([
      'AUTH: expected required in production (NODE_ENV=production), got "demo".',
    ]);
  });

  it('refuses every secret in production that everybody knows, all at once and without printing them', () => {
    const known = {
      DATABASE_URL: 'postgres://postgres:postgres@db/city',
      PETITION_DATABASE_URL: 'postgres://petition:Change-Me-1@db/front',
      HOUSING_DATABASE_URL: 'postgres://u:Password123@db/front',
      CURSOR_SECRET: 'change-me-change-me-change-me-change-me',
    };
    const faults = faultsOf(() => readConfig({ NODE_ENV: 'production', AUTH: 'demo', ...known })) as readonly string[];
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['AUTH', ...Object.keys(known)]);
    expect(String(faults)).not.toMatch(/postgres@|change-me|Password123/i);
    expect(readConfig(known).databaseUrl).toBe(known.DATABASE_URL);
    expect(faultsOf(() => readConfig({ NODE_ENV: 'production', CURSOR_SECRET: 'x'.repeat(40) }))).toHaveLength(1);
  });

  it('believes no demonstration in production, whosever keys are named beside it', () => {
    const demo = { OIDC_ISSUER: 'urn:allgrid:demo', OIDC_AUDIENCE: 'allgrid', OIDC_JWKS: 'demo.json' };
    expect(faultsOf(() => readConfig({ NODE_ENV: 'production', ...demo }))).toContainEqual(expect.stringMatching(/^OIDC_ISSUER: /));
    expect(readConfig(demo).oidc?.issuer).toBe('urn:allgrid:demo');
  });

  it('takes an address without a password in production: such a server knows its own by other means', () => {
    expect(readConfig({ NODE_ENV: 'production', DATABASE_URL: 'postgres://city@db/city' }).isProduction).toBe(true);
  });

  it('knows an issuer by three settings together, and its claims by their names', () => {
    const three = { OIDC_ISSUER: 'https://idp', OIDC_AUDIENCE: 'city', OIDC_JWKS: 'keys/jwks.json' };
    expect(readConfig({ ...three, OIDC_CLAIMS: 'role=city_role', OIDC_ALGORITHMS: 'ES256' }).oidc).toEqual({
      issuer: 'https://idp',
      audience: 'city',
      jwks: { file: resolve('keys/jwks.json') },
      algorithms: ['ES256'],
      tokenType: 'at+jwt',
      claims: { role: 'city_role', department: 'department', organisation: 'organisation', divisions: 'divisions', grids: 'grids' },
    });
    expect(readConfig({ ...three, OIDC_JWKS: 'https://idp/jwks' }).oidc?.jwks).toEqual({ url: 'https://idp/jwks' });
    expect(faultsOf(() => readConfig({ OIDC_AUDIENCE: 'city' }))).toEqual([
      'OIDC_ISSUER: expected a value beside the other OIDC settings, got none.',
      'OIDC_JWKS: expected a value beside the other OIDC settings, got none.',
    ]);
  });

  it.each(['HS256', 'none', 'RS256,HS512', ''])('A45: believes no signature of a shared secret (%j)', (OIDC_ALGORITHMS) => {
    const three = { OIDC_ISSUER: 'https://idp', OIDC_AUDIENCE: 'city', OIDC_JWKS: 'https://idp/jwks' };
    if (OIDC_ALGORITHMS === '') expect(readConfig({ ...three, OIDC_ALGORITHMS }).oidc?.algorithms).not.toContain('HS256');
    else expect(faultsOf(() => readConfig({ ...three, OIDC_ALGORITHMS }))).toEqual([expect.stringMatching(/^OIDC_ALGORITHMS: /)]);
  });

  it('refuses to keep the audit log for less than the law asks', () => {
    expect(faultsOf(() => readConfig({ AUDIT_KEEP_DAYS: '1095', AUDIT_LOG_KEEP_DAYS: '183' }))).toEqual([
      'AUDIT_KEEP_DAYS: expected a whole number from 1096 to 36500, got "1095".',
      'AUDIT_LOG_KEEP_DAYS: expected a whole number from 184 to 36500, got "183".',
    ]);
  });

  it('names every fault at once: variable, expectation, value', () => {
    expect(faultsOf(() => readConfig({ PORT: '70000', LOG_LEVEL: 'loud', DEMO: 'yes', AUTH: 'none' }, ['--prot', '--data-dir']))).toEqual([
      '--prot: expected one of --node-env --port --host --data-dir --database-url --real-city-data --auth --oidc-issuer --oidc-audience --oidc-jwks --oidc-algorithms --oidc-token-type --oidc-claims --request-timeout --source-timeout --documents --rate-limits --city-pack --drop-folder --demo --log-level --cursor-secret --sealing-key --sealing-suite --audit-digest --audit-heads-dir --audit-keep-days --audit-log-keep-days --event-retention-days --audit-grace-seconds.',
      '--data-dir: expected a value, got the end of the line.',
      'PORT: expected a whole number from 0 to 65535, got "70000".',
      'AUTH: expected one of demo, required, got "none".',
      'DEMO: expected 1 or 0, got "yes".',
      'LOG_LEVEL: expected one of debug, info, warn, error, silent, got "loud".',
    ]);
  });

  it('refuses to keep events for less than 400 days', () => {
    expect(faultsOf(() => readConfig({ EVENT_RETENTION_DAYS: '399' }))).toEqual([expect.stringMatching(/^EVENT_RETENTION_DAYS: .*400/)]);
  });

  it.each(['-1', '4000.5', '4e3', '0x10', ' 80', '99999999999'])('refuses %j as a port', (port) => {
    expect(faultsOf(() => readConfig({ PORT: port }))).toEqual([expect.stringMatching(/^PORT: /)]);
  });

  it.each(['mysql://u:secret@h/d', 'postgres://u:secret@h', 'postgres://u:secret@h/', 'u:secret@h/d'])(
    'refuses the database address %s without printing it',
    (url) => {
      const faults = faultsOf(() => readConfig({ DATABASE_URL: url, PETITION_DATABASE_URL: url, CURSOR_SECRET: 'secret' }));
      expect(faults).toHaveLength(3);
      expect(String(faults)).not.toContain('secret@');
      expect(String(faults)).not.toMatch(/got "/);
    },
  );
});
