import { writeFile } from 'node:fs/promises';

import {
  type CityModel,
  type CrosswalkReport,
  type Finding,
  type FindingGround,
  findingKinds,
  findingSentence,
  type FindingSummary,
} from '../../features/crosswalk/index.js';
import { ringsToGeoJson } from '../../geometry/rings-geojson.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { tableLines } from '../table.js';
import { modelOn } from './model-on.js';

/** How a report is asked for. */
export interface ReportFlags {
  readonly between?: readonly string[];
  readonly at?: string;
  /** Where the places of the findings are to be written. */
  readonly geojson?: string;
  readonly json: boolean;
}

/** Prints what is wrong with the city's grids; sets exit code 1 where something is. */
export async function reportVerb({ between, at, geojson, json }: ReportFlags, on: OnPlatform): Promise<void> {
  await on(async ({ models, crosswalk }) => {
    const model = await modelOn(models, at);
    const report = await crosswalk.reports.report(model, { between });
    if (geojson !== undefined) await writeFile(geojson, JSON.stringify(await featureCollection(report, model, crosswalk.findingGround)));
    if (report.findings.length > 0) process.exitCode = 1;
    if (json) for (const found of report.findings) sayJson(plain(found));
    else say(reportLines(report));
  });
}

/** The report as a table: a line for each kind and pair of layers, and what it all rests on. */
export function reportLines({ at, asOf, layers, findings, summaries }: CrosswalkReport): readonly string[] {
  const head = `${layers.length} layers on ${at}, crosswalk of ${asOf?.toISOString() ?? 'never'}: ${findings.length} findings`;
  if (findings.length === 0) return [head];
  const columns = [
    { heading: 'kind' },
    { heading: 'of' },
    { heading: 'by' },
    { heading: 'count', isFigure: true },
    { heading: 'm²', isFigure: true },
  ];
  return [head, '', ...tableLines(columns, summaries.map(summaryRow)), '', ...worstOfEach(findings)];
}

function summaryRow({ kind, layer, otherLayer, department, count, totalM2 }: FindingSummary): readonly string[] {
  return [kind, layer?.key ?? department ?? '', otherLayer?.key ?? '', String(count), totalM2 === null ? '' : totalM2.toFixed(1)];
}

/** One example of each kind says more than its name. */
function worstOfEach(findings: readonly Finding[]): readonly string[] {
  const worst = findingKinds.flatMap((kind) => findings.find((found) => found.kind === kind) ?? []);
  return worst.map((found) => `${found.kind}, for example: ${findingSentence(found).en}`);
}

/** What a line of JSON says of a finding. */
function plain(found: Finding): object {
  const { kind, key, layer, otherLayer, units, share, areaM2, households, department, divisionCode } = found;
  return {
    ...{ kind, key, layer: layer?.key ?? null, otherLayer: otherLayer?.key ?? null },
    units: units.map((unit) => ({ layer: unit.layer.key, localId: unit.localId, name: unit.name })),
    ...{ share, areaM2, households, department, divisionCode, sentence: findingSentence(found).en },
  };
}

async function featureCollection(report: CrosswalkReport, model: CityModel, ground: FindingGround): Promise<object> {
  const features: object[] = [];
  for (const found of report.findings) {
    const rings = await ground.of(found, model);
    features.push({ type: 'Feature', id: found.key, geometry: rings && ringsToGeoJson(rings), properties: plain(found) });
  }
  return { type: 'FeatureCollection', features };
}
