import type { Role } from '../../../src/kernel/principal.js';
import { demoToken } from '../access/demo-token.js';
import type { GraphqlClient } from '../gateway/graphql-client.js';
import { statementsOf } from '../gateway/statements-of.js';
import { drawnCity } from '../intake/drawn-city.js';
import { ServedCity } from '../intake/served-city.js';
import type { Settings, TestPlatform } from '../platform.js';
import { Canary } from './canary.js';

/** What must not be in any byte that is answered: stacks, SQL, paths of the machine, guesses at names. */
const secrets = [
  /\n\s+at /,
  /node_modules/,
  /\.[jt]s:\d+/,
  /\bselect\b.+\bfrom\b/i,
  /postgres(ql)?:\/\//,
  /\/(work|home|root|tmp|usr)\//,
  /Did you mean/,
];

/** What the audit log writes of refusals, one statement for many, and its transaction. */
const ownWork = /audit|: (begin|start transaction|commit)/i;

/** Memory that attacks may leave in use at most, bytes; that of the attacking half of this process is in it. */
const mostMemory = 150 * 1024 * 1024;

/** A small city under attack, with a well-behaved client of another principal beside. */
export class AbusedCity {
  private constructor(
    readonly city: ServedCity,
    readonly canary: Canary,
    private readonly tokens: Map<string, string>,
  ) {}

  /** Serves a small city by roles' documents; `settings` may change that. */
  static async start(settings: Settings = {}): Promise<AbusedCity> {
    const city = await ServedCity.start(drawnCity, undefined, {
      DOCUMENTS: 'trusted',
      RATE_LIMITS: '1',
      REQUEST_TIMEOUT: '2',
      ...settings,
    });
    await city.platform.running.intake.follower.stop();
    const token = await demoToken(city.platform, { subject: 'canary', role: 'ANALYST', department: null });
    return new AbusedCity(city, await Canary.sing(city.platform.url, token), new Map());
  }

  get platform(): TestPlatform {
    return this.city.platform;
  }

  /** Headers of an attacker of a role. */
  async as(role: Role, subject = `attacker-${role}`): Promise<Readonly<Record<string, string>>> {
    const known = this.tokens.get(`${role} ${subject}`);
    const token = known ?? (await demoToken(this.platform, { subject, role, department: null }));
    this.tokens.set(`${role} ${subject}`, token);
    return { authorization: `Bearer ${token}` };
  }

  /** A client that names nobody: the analyst of demonstrations. */
  get client(): GraphqlClient {
    return this.city.client;
  }

  /** Does an attack; fails where it reached a database, or where the canary was not answered during it or saw an error. */
  async endures(attack: () => Promise<readonly string[]>): Promise<void> {
    const before = process.memoryUsage().rss;
    let said: readonly string[] = [];
    const sent = await statementsOf(this.platform, async () => {
      said = await this.canary.whileSinging(attack);
    });
    expect(sent.filter((statement) => !ownWork.test(statement))).toEqual([]);
    for (const text of said) for (const secret of secrets) expect(text).not.toMatch(secret);
    expect(process.memoryUsage().rss - before).toBeLessThan(mostMemory);
  }

  async stop(): Promise<void> {
    await this.canary.stop();
    await this.city.stop();
  }
}
