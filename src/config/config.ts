import type { OidcSettings } from './oidc.js';

/** What the operator decided, read once at the start and never changed. */
export interface Config {
  readonly isProduction: boolean;
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Address of the city index; null means the embedded server. */
  readonly databaseUrl: string | null;
  /** Addresses of single offices' front databases by office key, e.g. `urban-management`. */
  readonly officeDatabaseUrls: ReadonlyMap<string, string>;
  /** Absolute path; need not exist. */
  readonly realCityData: string;
  readonly auth: 'demo' | 'required';
  /** Whose tokens are believed; null for nobody's but those of a demonstration. */
  readonly oidc: OidcSettings | null;
  /** The longest that one answer may take. */
  readonly requestTimeoutMs: number;
  /** The longest that an office's front database may hold one. */
  readonly sourceTimeoutMs: number;
  /** Which documents those may send whose role is bound to the house's own ones. */
  readonly documents: 'trusted' | 'free';
  /** Whether the requests of each principal are counted and bounded. */
  readonly areRatesLimited: boolean;
  /** Absolute path of the city pack loaded into an empty database. */
  readonly cityPack: string;
  /** Absolute path of the folder in which offices drop files; null where none is watched. */
  readonly dropFolder: string | null;
  /** Whether sample matters are replayed live. */
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** At least 32 characters; null means the one kept in `dataDir`, see `cursorSecretOf`. */
  readonly cursorSecret: string | null;
  /** Master keys of sealing, 32 bytes each, newest first; null means the one kept in `dataDir`, see `sealingKeysOf`. */
  readonly sealingKeys: readonly Buffer[] | null;
  /** Single offices' own master keys by office key. */
  readonly officeSealingKeys: ReadonlyMap<string, readonly Buffer[]>;
  readonly sealingSuite: 'aes-256-gcm' | 'sm4-ctr-hmac-sm3';
  readonly audit: AuditConfig;
  /** Days that events are kept at least. */
  readonly eventRetentionDays: number;
}

/** How the audit log is kept. */
export interface AuditConfig {
  readonly digest: 'sha256' | 'sm3';
  /** Absolute path of the folder of exported heads. */
  readonly headsDir: string;
  /** Days that provision records are kept. */
  readonly keepDays: number;
  /** Days that all other lines are kept. */
  readonly logKeepDays: number;
  /** How long protected data is read on while the log cannot be written, seconds. */
  readonly graceSeconds: number;
}
