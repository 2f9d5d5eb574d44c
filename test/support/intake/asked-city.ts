import { randomUUID } from 'node:crypto';

import { graphql } from 'graphql';

import { compose, type Platform } from '../../../src/compose.js';
import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { demoAnalyst } from '../../../src/features/access/index.js';
import type { ImportOutcome } from '../../../src/features/intake/index.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { silentLog } from '../../../src/kernel/log.js';
import { stopAll } from '../../../src/run.js';
import { aScope } from '../access/a-scope.js';
import { copyCity, emptyCityTemplate } from '../city/city-template.js';
import { testConfig } from '../city/test-config.js';
import { dropDatabase } from '../database/clone-database.js';
import { onCluster } from '../database/cluster-address.js';
import { inventedOffices } from './invented-offices.js';

/** A whole platform of two invented offices, at a time of the test's own, asked through its schema without a server. */
export class AskedCity {
  private constructor(
    readonly platform: Platform,
    private readonly databases: readonly string[],
    private readonly clock: { now: Date },
  ) {}

  /** Composes it over migrated, empty databases; `now` is what its clock shows. */
  static async make(now: Date, offices: readonly DepartmentDefinition[] = inventedOffices): Promise<AskedCity> {
    const databases = await copyCity(await emptyCityTemplate(offices), offices);
    const clock = { now };
    const config = testConfig({ DATABASE_URL: onCluster(databases[0]), CITY_PACK: '.' });
    const platform = await compose({ config, log: silentLog, offices, clock: { now: () => clock.now } });
    return new AskedCity(platform, databases, clock);
  }

  get now(): Date {
    return this.clock.now;
  }

  set now(now: Date) {
    this.clock.now = now;
  }

  /** Imports a pack through the whole merge, the crosswalk included; fails where an office fails. */
  async importPack(folder: string): Promise<ImportOutcome> {
    const outcome = await this.platform.intake.cityImport.importPack(folder);
    const failed = outcome.runs.find(({ failure }) => failure !== null);
    if (failed) throw new Error(`${failed.department}: ${failed.failure}`);
    await this.platform.models.refresh();
    return outcome;
  }

  /** The answer to an operation, as a text to compare byte by byte; fails where there are errors. */
  async ask(source: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { models, schema } = this.platform;
    const scope = aScope();
    const contextValue: RequestContext = {
      scope,
      scopeNow: () => scope,
      purpose: null,
      principal: demoAnalyst(models.current().city.code),
      clock: { now: () => this.now },
      requestId: randomUUID(),
      language: 'en',
      model: models.current(),
    };
    const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
    if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).join('\n'));
    return JSON.stringify(data);
  }

  async close(): Promise<void> {
    await stopAll(this.platform, []);
    for (const name of this.databases) await dropDatabase(name);
  }
}
