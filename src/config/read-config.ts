import { join, resolve } from 'node:path';

import { CityError } from '../kernel/city-error.js';
import { readCommandLine } from './command-line.js';
import type { AuditConfig, Config } from './config.js';
import { hasDefaultPassword, isExampleSecret } from './default-secrets.js';
import { demoIssuer, type OidcSettings } from './oidc.js';
import { packageRoot } from './package-root.js';
import { officeDatabaseUrl, officeOf, officeSealingKey, officeVariableName, type Variable, variables } from './variables.js';

/** The environment as Node hands it over. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Read = <Value>(variable: Variable<Value>) => Value | null;

function faultOf(variable: Variable<unknown>, name: string, text: string, expected: string): string {
  return `${name}: expected ${expected}, got ${variable.isSecret ? 'something else (not shown)' : JSON.stringify(text)}.`;
}

/** A reader over one environment that collects every fault instead of stopping at the first. */
function readerOf(environment: Environment, faults: string[]): Read {
  return (variable) => {
    // An empty variable is what compose files and shells leave where nothing was set.
    const text = environment[variable.name] || variable.default;
    if (text === null) return null;
    const parsed = variable.parse(text);
    if ('value' in parsed) return parsed.value;
    faults.push(faultOf(variable, variable.name, text, parsed.expected));
    return null;
  };
}

/** What is said of single offices by variables like `PETITION_DATABASE_URL`, by office key. */
function readOffices<Value>(row: Variable<Value>, environment: Environment, faults: string[]): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, text] of Object.entries(environment)) {
    const office = officeOf(name, row);
    if (office === null || !text) continue;
    const parsed = row.parse(text);
    if ('value' in parsed) values.set(office, parsed.value);
    else faults.push(faultOf(row, name, text, parsed.expected));
  }
  return values;
}

function authOf(read: Read, isProduction: boolean, faults: string[]): Config['auth'] {
  const auth = read(variables.auth) ?? (isProduction ? 'required' : 'demo');
  if (isProduction && auth === 'demo') faults.push('AUTH: expected required in production (NODE_ENV=production), got "demo".');
  return auth;
}

/** In production no secret may stand that everybody knows. */
function refuseDefaults({ isProduction, databaseUrl, officeDatabaseUrls, oidc, cursorSecret }: Config, faults: string[]): void {
  if (!isProduction) return;
  const urls = [
    ...(databaseUrl === null ? [] : [[variables.databaseUrl.name, databaseUrl] as const]),
    ...[...officeDatabaseUrls].map(([office, url]) => [officeVariableName(office), url] as const),
  ];
  for (const [name, url] of urls)
    if (hasDefaultPassword(url)) faults.push(`${name}: expected a password of your own in production, got a default (not shown).`);
  if (oidc?.issuer === demoIssuer) faults.push('OIDC_ISSUER: expected an issuer of your own in production, got that of demonstrations.');
  if (cursorSecret !== null && isExampleSecret(cursorSecret))
    faults.push('CURSOR_SECRET: expected a secret drawn at random in production, got an example (not shown).');
}

/** The settings of one issuer belong together: all three that have no default, or none. */
function oidcOf(read: Read, faults: string[]): OidcSettings | null {
  const three = [variables.oidcIssuer, variables.oidcAudience, variables.oidcJwks] as const;
  const [issuer, audience, jwks] = three.map((variable) => read(variable));
  const missing = three.filter((variable) => read(variable) === null);
  if (missing.length === 3) return null;
  for (const { name } of missing) faults.push(`${name}: expected a value beside the other OIDC settings, got none.`);
  return {
    issuer: issuer ?? '',
    audience: audience ?? '',
    jwks: /^https?:/.test(jwks ?? '') ? { url: jwks! } : { file: resolve(jwks ?? '') },
    algorithms: read(variables.oidcAlgorithms) ?? [],
    tokenType: read(variables.oidcTokenType) ?? '',
    claims: read(variables.oidcClaims)!,
  };
}

/** Paths the operator wrote are meant from where he stands; defaults from where the platform lies. */
function pathOf(environment: Environment, read: Read, variable: Variable<string>): string {
  return resolve(environment[variable.name] ? '' : packageRoot(), read(variable) ?? '');
}

function assemble(environment: Environment, faults: string[]): Config {
  const read = readerOf(environment, faults);
  const path = (variable: Variable<string>): string => pathOf(environment, read, variable);
  const isProduction = read(variables.nodeEnv) === 'production';
  const decided = {
    isProduction,
    port: read(variables.port) ?? 0,
    host: read(variables.host) ?? '',
    dataDir: path(variables.dataDir),
    databaseUrl: read(variables.databaseUrl),
    officeDatabaseUrls: readOffices(officeDatabaseUrl, environment, faults),
    realCityData: path(variables.realCityData),
    auth: authOf(read, isProduction, faults),
    oidc: oidcOf(read, faults),
    requestTimeoutMs: (read(variables.requestTimeout) ?? 30) * 1_000,
    sourceTimeoutMs: read(variables.sourceTimeout) ?? 2_000,
    areRatesLimited: read(variables.rateLimits) ?? true,
    cityPack: path(variables.cityPack),
    dropFolder: read(variables.dropFolder) === null ? null : path(variables.dropFolder),
    demo: read(variables.demo) ?? false,
    logLevel: read(variables.logLevel) ?? 'info',
    cursorSecret: read(variables.cursorSecret),
    sealingKeys: read(variables.sealingKey),
    officeSealingKeys: readOffices(officeSealingKey, environment, faults),
    sealingSuite: read(variables.sealingSuite) ?? 'aes-256-gcm',
    audit: auditOf(read, path),
    eventRetentionDays: read(variables.eventRetentionDays) ?? 400,
  };
  return { ...decided, documents: read(variables.documents) ?? (decided.auth === 'required' ? 'trusted' : 'free') };
}

function auditOf(read: Read, path: (variable: Variable<string>) => string): AuditConfig {
  return {
    digest: read(variables.auditDigest) ?? 'sha256',
    headsDir: read(variables.auditHeadsDir) === null ? join(path(variables.dataDir), 'audit-heads') : path(variables.auditHeadsDir),
    keepDays: read(variables.auditKeepDays) ?? 0,
    logKeepDays: read(variables.auditLogKeepDays) ?? 0,
    graceSeconds: read(variables.auditGraceSeconds) ?? 0,
  };
}

/**
 * Reads environment and command line (`--port 4001`, which wins) into one frozen {@link Config}.
 * Throws `BAD_USER_INPUT` that lists every fault at once: variable, what was expected, what came; secrets are not shown.
 */
export function readConfig(env: Environment = process.env, argv: readonly string[] = []): Config {
  const commandLine = readCommandLine(argv);
  const faults = [...commandLine.faults];
  const config = assemble({ ...env, ...commandLine.values }, faults);
  refuseDefaults(config, faults);
  if (faults.length === 0) return Object.freeze(config);
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `The configuration has ${faults.length} fault(s):\n${faults.join('\n')}`,
    messageZh: `配置有 ${faults.length} 处错误：\n${faults.join('\n')}`,
    hint: 'docker/.env.example lists every variable with its default.',
    details: { faults },
  });
}
