import { algorithmList, asymmetricAlgorithms, claimNames } from './oidc.js';
import { keysOf32Bytes, longerThan, oneOf, type Parser, postgresUrl, wholeNumber, words, yesOrNo } from './parsers.js';

/** One row of the table of variables. */
export interface Variable<Value> {
  /** The environment variable's name; the command line writes it `--like-this`. */
  readonly name: string;
  readonly parse: Parser<Value>;
  /** What holds where the variable is unset or empty, written as in the environment; null for none. */
  readonly default: string | null;
  /** What the number or path is measured in or against; empty where there is nothing to say. */
  readonly unit: string;
  /** One sentence for operators. */
  readonly doc: string;
  /** True where the value must never be printed. */
  readonly isSecret: boolean;
}

type Row<Value> = Omit<Variable<Value>, 'unit' | 'isSecret'> & Partial<Variable<Value>>;

const variable = <Value>(row: Row<Value>): Variable<Value> => ({ unit: '', isSecret: false, ...row });

/** Every environment variable the platform reads, each once; `docker/.env.example` is written from it. */
export const variables = {
  nodeEnv: variable({
    name: 'NODE_ENV',
    parse: words,
    default: 'development',
    doc: 'production makes AUTH required and refuses secrets that everybody knows.',
  }),
  port: variable({
    name: 'PORT',
    parse: wholeNumber(0, 65_535),
    default: '4000',
    unit: 'TCP port; 0 takes any free one',
    doc: 'Where the platform serves.',
  }),
  host: variable({ name: 'HOST', parse: words, default: '127.0.0.1', doc: 'The address it listens on; 0.0.0.0 opens it to the network.' }),
  dataDir: variable({
    name: 'DATA_DIR',
    parse: words,
    default: '.data',
    unit: 'folder',
    doc: 'Holds the embedded database and the generated secrets.',
  }),
  databaseUrl: variable({
    name: 'DATABASE_URL',
    parse: postgresUrl,
    default: null,
    isSecret: true,
    doc: 'A PostgreSQL 15 or newer instead of the embedded one. It names the city index; the front databases are <name>_<office> on the same server.',
  }),
  realCityData: variable({
    name: 'REAL_CITY_DATA',
    parse: words,
    default: '../shared/data',
    unit: 'folder',
    doc: 'Layers of real cities for the tests that need them; skipped where absent.',
  }),
  auth: variable({
    name: 'AUTH',
    parse: oneOf('demo', 'required'),
    default: null,
    doc: 'demo: a caller without credentials is demo-analyst of the whole city. Unset means required in production, demo elsewhere.',
  }),
  oidcIssuer: variable({
    name: 'OIDC_ISSUER',
    parse: words,
    default: null,
    doc: "Issuer (iss) of people's access tokens; unset means that no tokens are accepted but those of a demonstration.",
  }),
  oidcAudience: variable({ name: 'OIDC_AUDIENCE', parse: words, default: null, doc: 'Audience (aud) that a token must name.' }),
  oidcJwks: variable({
    name: 'OIDC_JWKS',
    parse: words,
    default: null,
    unit: 'http(s) address, or a file that is read again when it changes',
    doc: "The issuer's public keys as a JWKS.",
  }),
  oidcAlgorithms: variable({
    name: 'OIDC_ALGORITHMS',
    parse: algorithmList,
    default: asymmetricAlgorithms.join(','),
    doc: 'Signatures that count, with commas between; never those of a shared secret.',
  }),
  oidcTokenType: variable({
    name: 'OIDC_TOKEN_TYPE',
    parse: words,
    default: 'at+jwt',
    doc: 'The typ of an access token, by which an ID token is refused.',
  }),
  oidcClaims: variable({
    name: 'OIDC_CLAIMS',
    parse: claimNames,
    default: 'role=role,department=department,organisation=organisation,divisions=divisions,grids=grids',
    doc: 'How the claims are called that say what the bearer acts as.',
  }),
  requestTimeout: variable({
    name: 'REQUEST_TIMEOUT',
    parse: wholeNumber(1, 600),
    default: '30',
    unit: 'seconds',
    doc: 'The longest that one answer may take; then its statements are cancelled.',
  }),
  sourceTimeout: variable({
    name: 'SOURCE_TIMEOUT',
    parse: wholeNumber(50, 60_000),
    default: '2000',
    unit: 'milliseconds',
    doc: 'The longest that the front database of an office may hold a request; then its own fields are null with SOURCE_UNAVAILABLE.',
  }),
  documents: variable({
    name: 'DOCUMENTS',
    parse: oneOf('trusted', 'free'),
    default: null,
    doc: 'trusted: only analysts and department systems may send queries of their own, everybody else those that the platform keeps. Unset means trusted under AUTH=required, free under demo.',
  }),
  rateLimits: variable({
    name: 'RATE_LIMITS',
    parse: yesOrNo,
    default: '1',
    doc: '0 counts nobody’s requests: behind a proxy that limits rates, and for measuring.',
  }),
  cityPack: variable({
    name: 'CITY_PACK',
    parse: words,
    default: 'data/jingdezhen',
    unit: 'folder',
    doc: 'The city to load when the database is empty.',
  }),
  dropFolder: variable({
    name: 'DROP_FOLDER',
    parse: words,
    default: null,
    unit: 'folder',
    doc: 'Is watched for files of offices, each in the folder of its key (DROP_FOLDER/petition/); files are moved out of it and imported. Unset means that none is watched.',
  }),
  demo: variable({ name: 'DEMO', parse: yesOrNo, default: '0', doc: '1 replays sample matters live.' }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    parse: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    default: 'info',
    doc: 'The least that is logged.',
  }),
  cursorSecret: variable({
    name: 'CURSOR_SECRET',
    parse: longerThan(32),
    default: null,
    isSecret: true,
    doc: 'Signs cursors; the same on every process of one city. Unset means generated once into DATA_DIR.',
  }),
  sealingKey: variable({
    name: 'SEALING_KEY',
    parse: keysOf32Bytes,
    default: null,
    unit: '32 bytes in base64; older keys after the newest, with commas between',
    isSecret: true,
    doc: "Encrypts who petitioned or reported; each office's key is drawn from it. Unset means generated once into DATA_DIR, except in production.",
  }),
  sealingSuite: variable({
    name: 'SEALING_SUITE',
    parse: oneOf('aes-256-gcm', 'sm4-ctr-hmac-sm3'),
    default: 'aes-256-gcm',
    doc: 'How new sealed text is encrypted; older text opens by the suite that it names.',
  }),
  auditDigest: variable({
    name: 'AUDIT_DIGEST',
    parse: oneOf('sha256', 'sm3'),
    default: 'sha256',
    doc: 'What new links of the audit log are hashed with; older links keep theirs.',
  }),
  auditHeadsDir: variable({
    name: 'AUDIT_HEADS_DIR',
    parse: words,
    default: null,
    unit: 'folder',
    doc: 'Takes the signed heads of the audit log every hour; best on a disk that the database host cannot write. Unset means audit-heads in DATA_DIR.',
  }),
  auditKeepDays: variable({
    name: 'AUDIT_KEEP_DAYS',
    parse: wholeNumber(1_096, 36_500),
    default: '1096',
    unit: 'days',
    doc: "How long records of provision are kept (who read or took another office's data, or sealed text): three years at least (网络数据安全管理条例 Art. 12).",
  }),
  auditLogKeepDays: variable({
    name: 'AUDIT_LOG_KEEP_DAYS',
    parse: wholeNumber(184, 36_500),
    default: '184',
    unit: 'days',
    doc: 'How long all other lines of the audit log are kept: six months at least (网络安全法 Art. 21).',
  }),
  eventRetentionDays: variable({
    name: 'EVENT_RETENTION_DAYS',
    parse: wholeNumber(400, 36_500),
    default: '400',
    unit: 'days',
    doc: 'How long the event log is kept: whoever resumes from an older cursor is told of a gap. 400 days at least; a month goes as a whole.',
  }),
  auditGraceSeconds: variable({
    name: 'AUDIT_GRACE_SECONDS',
    parse: wholeNumber(0, 3_600),
    default: '0',
    unit: 'seconds',
    doc: 'How long data under a conditional grant is still read while the audit log cannot be written; 0: no audit, no read.',
  }),
} as const satisfies Readonly<Record<string, Variable<unknown>>>;

/** The rows of one office's own front database, as many as there are offices; `<OFFICE>` is the key in capitals with underscores. */
export const officeDatabaseUrl: Variable<string> = variable({
  name: '<OFFICE>_DATABASE_URL',
  parse: postgresUrl,
  default: null,
  isSecret: true,
  doc: "That office's own front database, e.g. PETITION_DATABASE_URL.",
});

/** The keys of one office alone, in place of {@link variables.sealingKey}. */
export const officeSealingKey: Variable<readonly Buffer[]> = variable({
  name: '<OFFICE>_SEALING_KEY',
  parse: keysOf32Bytes,
  default: null,
  unit: variables.sealingKey.unit,
  isSecret: true,
  doc: "That office's own sealing keys, e.g. PETITION_SEALING_KEY, in place of those drawn from SEALING_KEY.",
});

/**
 * The office key that a variable name like `URBAN_MANAGEMENT_DATABASE_URL` speaks of, `urban-management`; null for other names. `row` is
 * one of the office rows above.
 */
export function officeOf(name: string, row: Pick<Variable<unknown>, 'name'> = officeDatabaseUrl): string | null {
  const end = row.name.slice('<OFFICE>'.length);
  const office = name.endsWith(end) ? name.slice(0, -end.length) : '';
  return /^[A-Z][A-Z0-9_]*$/.test(office) ? office.toLowerCase().replaceAll('_', '-') : null;
}

/** The name of an office's own variable, by the office's key; `row` is one of the office rows above. */
export function officeVariableName(office: string, row: Pick<Variable<unknown>, 'name'> = officeDatabaseUrl): string {
  return row.name.replace('<OFFICE>', office.replaceAll('-', '_').toUpperCase());
}
