import { parse } from 'yaml';

import { textOf } from './house/project.js';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string }[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[]; readonly start_period?: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart?: string;
  readonly read_only?: boolean;
}
interface Compose {
  readonly services: Readonly<Record<'postgresql' | 'platform', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const text = textOf('docker/compose.yaml');
const compose = parse(text) as Compose;
const { postgresql, platform } = compose.services;
const dockerfile = textOf('docker/gateway.Dockerfile');

/** The instructions of a Dockerfile with their arguments, continued lines joined. */
const instructions = dockerfile
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ word: line.split(' ', 1)[0]!, rest: line.replace(/^[A-Z]+\s+/, '') }));
const of = (word: string): readonly string[] => instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

describe('docker/compose.yaml', () => {
  it('has no default password: without one compose refuses', () => {
    const asked = text.match(/\$\{POSTGRES_PASSWORD[^}]*\}/g) ?? [];
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.filter((one) => !one.startsWith('${POSTGRES_PASSWORD:?'))).toEqual([]);
    expect(postgresql.environment?.['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?[^}]+\}$/);
    expect(platform.environment?.['DATABASE_URL']).toMatch(
      /^postgres:\/\/allgrid:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgresql:5432\/allgrid$/,
    );
  });

  it('pins its images to a version', () => {
    const loose = Object.values(compose.services).filter(({ image }) => !/^[^:@]+:\d+\.\d+(\.\d+)?(-[a-z-]+)?$/.test(image));
    expect(loose.map(({ image }) => image)).toEqual([]);
  });

  it('runs PostgreSQL 18 in UTF-8, with its data in a volume of the place that this version keeps it', () => {
    expect(postgresql.image).toMatch(/^postgres:18\./);
    expect(postgresql.environment?.['POSTGRES_INITDB_ARGS']).toContain(
      '--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8',
    );
    expect(postgresql.volumes).toEqual(['postgresql:/var/lib/postgresql']);
  });

  it('asks both for their health and gives them time to start', () => {
    expect(postgresql.healthcheck?.test).toContain('pg_isready');
    expect(platform.healthcheck?.test.join(' ')).toContain('/readyz');
    for (const { healthcheck } of [postgresql, platform]) expect(healthcheck?.start_period).toMatch(/^\d+s$/);
    expect(platform.depends_on).toEqual({ postgresql: { condition: 'service_healthy' } });
  });

  it('opens the platform on loopback only and the database not at all', () => {
    expect(platform.ports).toEqual(['127.0.0.1:${PORT:-4000}:4000']);
    expect(postgresql.ports).toBeUndefined();
  });

  it('restarts what falls, and lets the platform write only where it must', () => {
    for (const service of [postgresql, platform]) expect(service.restart).toBe('unless-stopped');
    expect(platform.read_only).toBe(true);
    expect(platform.environment?.['DATA_DIR']).toBe('/var/lib/allgrid');
    expect(platform.volumes).toContain('platform:/var/lib/allgrid');
  });

  it('declares every volume that it mounts', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) => (volumes ?? []).map((volume) => volume.split(':')[0]));
    expect(Object.keys(compose.volumes).sort()).toEqual(mounted.sort());
  });

  it('takes operators to .env.example and builds the image from this folder', () => {
    expect(text).toContain('.env.example');
    expect(platform.env_file).toEqual([{ path: '.env', required: false }]);
    expect(platform.build).toEqual({ context: '..', dockerfile: 'docker/gateway.Dockerfile' });
  });
});

describe('docker/gateway.Dockerfile', () => {
  it('builds in one stage and runs in another, on one pinned base', () => {
    const bases = of('FROM');
    expect(bases.length).toBeGreaterThanOrEqual(2);
    expect(bases.filter((base) => !/^node:\d+\.\d+\.\d+-[a-z]+-slim AS [a-z]+$/.test(base))).toEqual([]);
    expect(new Set(bases.map((base) => base.split(' ')[0])).size).toBe(1);
  });

  it('runs on a Node that package.json allows', () => {
    const wanted = /(\d+)\.(\d+)/.exec((JSON.parse(textOf('package.json')) as { engines: { node: string } }).engines.node)!;
    const given = /node:(\d+)\.(\d+)/.exec(dockerfile)!;
    expect(Number(given[1]) * 1000 + Number(given[2])).toBeGreaterThanOrEqual(Number(wanted[1]) * 1000 + Number(wanted[2]));
  });

  it('installs by the lock file, and for running only what production needs', () => {
    const installs = of('RUN').filter((command) => command.includes('npm'));
    expect(installs).toEqual(['npm ci', 'npm ci --omit=dev --omit=optional']);
  });

  it('runs as an ordinary user, asked for its health, stopped by SIGTERM', () => {
    const runtime = instructions.slice(instructions.findIndex(({ word, rest }) => word === 'FROM' && rest.endsWith('AS runtime')));
    const words = runtime.map(({ word }) => word);
    expect(runtime.find(({ word }) => word === 'USER')?.rest).toMatch(/^(?!root|0)\w+$/);
    expect(words.indexOf('USER')).toBeGreaterThan(words.lastIndexOf('COPY'));
    expect(of('HEALTHCHECK').join(' ')).toContain('/readyz');
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(of('CMD')).toEqual(['["node", "dist/src/main.js", "serve"]']);
  });

  it('carries no secret', () => {
    expect(dockerfile).not.toMatch(/PASSWORD|SECRET|TOKEN/i);
    expect(textOf('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['**/.env', '.data', '.git']));
  });
});
