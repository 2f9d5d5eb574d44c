import { FaultyProxy } from '../../../bench/outage/faulty-proxy.js';
import { clusterUrl, onCluster } from '../database/cluster-address.js';
import { GraphqlClient } from '../gateway/graphql-client.js';
import { drawInto } from '../intake/drawn-city.js';
import { PackCopy } from '../intake/pack-copy.js';
import { pairedCity } from '../intake/paired-city.js';
import type { ChangePack } from '../intake/served-city.js';
import { type Settings, startTestPlatform, type TestPlatform } from '../platform.js';
import { outageOffices } from './outage-offices.js';

/** A small city whose lighthouses keep their front database on a server of their own, which may do anything. */
export class OutageCity {
  private constructor(
    readonly platform: TestPlatform,
    readonly client: GraphqlClient,
    /** Before the lighthouses' server. */
    readonly proxy: FaultyProxy,
    private readonly pack: PackCopy,
  ) {}

  static async start(settings: Settings): Promise<OutageCity> {
    const pack = await PackCopy.make();
    await drawInto(pack, pairedCity);
    const proxy = await FaultyProxy.before(clusterUrl());
    const city = { name: `outage_${await pack.digest()}`, pack: pack.folder, offices: outageOffices };
    const platform = await startTestPlatform(city, (index) => ({
      LIGHTHOUSE_DATABASE_URL: proxy.addressOf(onCluster(`${index}_lighthouse`)),
      ...settings,
    }));
    return new OutageCity(platform, new GraphqlClient(platform.url), proxy, pack);
  }

  /** Changes the pack and imports it as it is then. */
  async tell(change: ChangePack): Promise<void> {
    await change(this.pack);
    await this.platform.running.intake.cityImport.importPack(this.pack.folder);
  }

  async stop(): Promise<void> {
    this.proxy.becomes('passes');
    await this.platform.stop();
    await this.proxy.close();
    await this.pack.remove();
  }
}
