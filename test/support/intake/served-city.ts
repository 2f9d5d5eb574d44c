import { GraphqlClient } from '../gateway/graphql-client.js';
import { type Settings, startTestPlatform, type TestPlatform } from '../platform.js';
import { drawInto, type DrawnCity } from './drawn-city.js';
import { inventedOffices } from './invented-offices.js';
import { PackCopy } from './pack-copy.js';

/** Spoils or completes the pack of a drawn city before it is loaded. */
export type ChangePack = (pack: PackCopy) => Promise<void>;

/** Leaves a pack as it was drawn. */
export const asDrawn: ChangePack = () => Promise.resolve();

/** A small city of two invented offices that is served over HTTP, and whose pack may be drawn anew and imported again. */
export class ServedCity {
  private constructor(
    readonly platform: TestPlatform,
    readonly client: GraphqlClient,
    private readonly pack: PackCopy,
    private readonly change: ChangePack,
  ) {}

  /** Draws the city and serves it; a pack that another file has drawn alike is not loaded again. `change` is applied to its pack whenever it is drawn, `settings` are variables of its environment. */
  static async start(drawn: DrawnCity, change: ChangePack = asDrawn, settings: Settings = {}): Promise<ServedCity> {
    const pack = await PackCopy.make();
    await drawInto(pack, drawn);
    await change(pack);
    const city = { name: `served_${await pack.digest()}`, pack: pack.folder, offices: inventedOffices };
    const platform = await startTestPlatform(city, settings);
    return new ServedCity(platform, new GraphqlClient(platform.url), pack, change);
  }

  /** Imports the city as it is said to be now; the platform hears of it from its log alone, as of every import. */
  async tell(drawn: DrawnCity): Promise<void> {
    await drawInto(this.pack, drawn);
    await this.change(this.pack);
    const { runs } = await this.platform.running.intake.cityImport.importPack(this.pack.folder);
    const failed = runs.find(({ failure }) => failure !== null);
    if (failed) throw new Error(`${failed.department}: ${failed.failure}`);
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.pack.remove();
  }
}
