import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Client } from 'pg';

import { FaultyProxy } from '../../../bench/outage/faulty-proxy.js';
import { type ActsAs, DemoTokens } from '../../../src/features/access/index.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { cityTemplate, copyCity } from '../city/city-template.js';
import { dropDatabase } from '../database/clone-database.js';
import { clusterUrl, onCluster } from '../database/cluster-address.js';
import { withClient } from '../database/with-client.js';
import { until } from '../embedded/until.js';
import { GraphqlClient } from '../gateway/graphql-client.js';
import { inventedOffices } from '../intake/invented-offices.js';
import { PackCopy } from '../intake/pack-copy.js';
import { type ServingProcess, startServing } from '../loop/start-serving.js';

/** One server of a city in a process of its own, and the network between it and the database. */
export interface NetworkedServer {
  readonly process: ServingProcess;
  readonly network: FaultyProxy;
}

/** An event as the log holds it. */
export interface LoggedEvent {
  readonly position: number;
  readonly eventId: string;
  readonly subject: string;
  readonly version: number;
}

/** Two servers of one small city on one database, each behind a network that can fail, with a writer. */
export class TwoServers {
  readonly #networks: FaultyProxy[] = [];
  readonly #processes: ServingProcess[] = [];
  readonly #databases: string[];

  private constructor(
    readonly index: string,
    databases: readonly string[],
    private readonly pack: PackCopy,
    private readonly dataDir: string,
  ) {
    this.#databases = [...databases];
  }

  /** Makes the city, without any server. */
  static async make(): Promise<TwoServers> {
    const pack = await PackCopy.make();
    const template = await cityTemplate({ name: 'killed_server', pack: pack.folder, offices: inventedOffices });
    const [index, ...fronts] = await copyCity(template, inventedOffices);
    return new TwoServers(index, [index, ...fronts], pack, await mkdtemp(join(tmpdir(), 'allgrid-two-')));
  }

  /** Starts a server on the city's databases, or on those of a copy of it. */
  async start(index = this.index): Promise<NetworkedServer> {
    const network = await FaultyProxy.before(clusterUrl());
    this.#networks.push(network);
    const process = await startServing({ indexUrl: network.addressOf(onCluster(index)), dataDir: this.dataDir, pack: this.pack.folder });
    this.#processes.push(process);
    return { process, network };
  }

  /** A token that every server believes: a grid office clerk of the whole city, with whatever the test changes. */
  token(changed: Partial<ActsAs> & { readonly seconds?: number } = {}): Promise<string> {
    const clerk = {
      subject: 'tester',
      role: 'GRID_OFFICE',
      department: null,
      organisation: null,
      divisions: ['990100'],
      grids: [],
    } as const;
    return new DemoTokens(this.dataDir, systemClock).issue({ ...clerk, ...changed });
  }

  /** Asks the city index itself, past every fault. */
  asked<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return withClient(onCluster(this.index), async (client: Client) => (await client.query<Row>(text, [...values])).rows);
  }

  /** What the log holds of matters after a position, in order; waits until nothing is on its way into it. */
  async logAfter(position: number): Promise<readonly LoggedEvent[]> {
    await until(async () => ((await this.asked('select from event_inbox limit 1')).length === 0 ? true : null));
    return this.asked<LoggedEvent>(
      `select position::int as position, event_id as "eventId", subject, version from event_log where topic = 'matter' and position > $1 order by position`,
      [position],
    );
  }

  /** Reports matters at a server until told to stop, each again under its key until it is acknowledged; answers the ids of their events. */
  async report(server: NetworkedServer, goesOn: (acknowledged: number) => boolean): Promise<readonly string[]> {
    const client = new GraphqlClient(server.process.url, await this.token());
    const acknowledged: string[] = [];
    while (goesOn(acknowledged.length)) {
      const input = {
        ...{ idempotencyKey: randomUUID(), title: '路灯不亮', source: 'GRID', grid: '990101001001001' },
        category: { standard: 'light-2020', kind: 'MATTER', code: '0101' },
      };
      acknowledged.push(await until(() => reported(client, input)));
    }
    return acknowledged;
  }

  /** Throws everybody out of the city's databases and lets nobody in while `work` is done; the networks must be down. */
  async whileShut<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#allow(false);
    await until(() => this.#isEmptied());
    return work().finally(() => this.#allow(true));
  }

  /** Copies the city's databases as they are; nobody may be connected. Answers the name of the copy's index. */
  async copied(): Promise<string> {
    const [index, ...fronts] = await copyCity(this.index, inventedOffices);
    this.#databases.push(index, ...fronts);
    return index;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.kill()));
    await Promise.all(this.#networks.map((network) => network.close()));
    for (const name of this.#databases) await dropDatabase(name);
    await rm(this.dataDir, { recursive: true, force: true });
    await this.pack.remove();
  }

  async #allow(isAllowed: boolean): Promise<void> {
    await withClient(clusterUrl(), async (client) => {
      for (const name of this.#databases) await client.query(`alter database ${name} allow_connections ${isAllowed}`);
    });
  }

  async #isEmptied(): Promise<true | null> {
    const { rows } = await withClient(clusterUrl(), (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)`, [this.#databases]),
    );
    return rows.length === 0 ? true : null;
  }
}

async function reported(client: GraphqlClient, input: object): Promise<string | null> {
  const { data } = await client.ask<{ answer: { event?: { eventId: string } | null } }>(
    'mutation ($input: ReportMatterInput!) { answer: reportMatter(input: $input) { ... on MatterChanged { event { eventId } } } }',
    { input },
  );
  return data?.answer.event?.eventId ?? null;
}
