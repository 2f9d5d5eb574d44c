import { median } from '../measure/median.js';
import type { CrosswalkInput } from './inputs.js';
import { OwnProcess } from './own-process.js';
import { type Agreement, insistOnSamePairs } from './pair-areas.js';
import type { PostgisCluster } from './postgis-cluster.js';
import { loadLayers, pairsOf, type QueryForm, queryForms, timeOverlay } from './postgis-side.js';

/** What was found of one input. */
export interface CrosswalkFigures {
  readonly name: string;
  readonly units: number;
  readonly vertices: number;
  readonly agreement: Agreement;
  readonly invalidInPostgis: number;
  readonly queryForm: QueryForm;
  /** Medians. */
  readonly ownMs: number;
  readonly postgisMs: number;
  readonly threadsMs: number;
  readonly ratio: number;
  readonly ownRuns: readonly number[];
  readonly postgisRuns: readonly number[];
  /** Resident; ours holds the input as well, theirs leaves it to shared buffers and files. */
  readonly ownPeakBytes: number;
  readonly postgisPeakBytes: number;
  readonly target: CrosswalkInput['target'];
}

/** Compares the answers of both sides, then times them in turn, so that a busy minute of the machine falls on both. */
export async function contest(input: CrosswalkInput, postgis: PostgisCluster): Promise<CrosswalkFigures> {
  const layers = await input.layers();
  const own = new OwnProcess();
  try {
    const invalidInPostgis = await loadLayers(postgis.client, layers);
    await own.ask({ load: input.name });
    const queryForm = await fastestForm(postgis, layers.length, input.runs);
    const agreement = await agreementOf(input.name, { own, postgis, layers: layers.length, queryForm });
    const [ownRuns, postgisRuns, threadRuns] = [[] as number[], [] as number[], [] as number[]];
    let ownPeakBytes = 0;
    for (let run = 0; run < input.runs; run++) {
      const ours = await own.ask({ run: 'one thread' });
      ownRuns.push(ours.milliseconds);
      ownPeakBytes = ours.peakBytes;
      postgisRuns.push((await timeOverlay(postgis.client, layers.length, queryForm)).milliseconds);
    }
    for (let run = 0; run < Math.min(input.runs, 3); run++) threadRuns.push((await own.ask({ run: 'threads' })).milliseconds);
    const [ownMs, postgisMs] = [median(ownRuns), median(postgisRuns)];
    return {
      name: input.name,
      units: layers.reduce((sum, units) => sum + units.length, 0),
      vertices: layers.flat().reduce((sum, rings) => sum + rings.coordinates.length / 2, 0),
      agreement,
      invalidInPostgis,
      queryForm,
      ownMs,
      postgisMs,
      threadsMs: median(threadRuns),
      ratio: ownMs / postgisMs,
      ownRuns,
      postgisRuns,
      ownPeakBytes,
      postgisPeakBytes: postgis.peakBytes(),
      target: input.target,
    };
  } finally {
    await own.stop();
  }
}

/** PostGIS is asked in the way that suits it best; where few runs are made, in the way that suited best so far. */
async function fastestForm(postgis: PostgisCluster, layers: number, runs: number): Promise<QueryForm> {
  if (runs < 5) return 'ST_CoveredBy first';
  const timed: { readonly form: QueryForm; readonly milliseconds: number }[] = [];
  for (const form of Object.keys(queryForms) as QueryForm[]) timed.push({ form, ...(await timeOverlay(postgis.client, layers, form)) });
  return timed.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]!.form;
}

async function agreementOf(
  name: string,
  sides: { readonly own: OwnProcess; readonly postgis: PostgisCluster; readonly layers: number; readonly queryForm: QueryForm },
): Promise<Agreement> {
  const { pairs } = await sides.own.ask({ pairs: true });
  // The plain form is the oracle whichever is timed: it cuts every pair out and measures it.
  const expected = await pairsOf(sides.postgis.client, sides.layers, 'ST_Intersects');
  const all = expected.map((theirs, nth) => insistOnSamePairs(name, pairs[nth]!, theirs));
  return {
    pairs: all.reduce((sum, one) => sum + one.pairs, 0),
    largestDifferenceM2: Math.max(...all.map((one) => one.largestDifferenceM2)),
    largestShare: Math.max(...all.map((one) => one.largestShare)),
  };
}
