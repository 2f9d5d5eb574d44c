import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { GridLayer } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import { targetLayers } from '../resolve/link-wish.js';
import { type CoverageFindings, coverageFindings } from './coverage-findings.js';
import { compareFindings, type Finding, type FindingKind, findingKinds, type FindingSummary, summariesOf } from './finding.js';
import { orphanDuties } from './orphan-duties.js';
import { selfOverlaps, slivers } from './overlap-findings.js';
import type { MeasureOverlaps, ReadDutyGround, ReadNewestRun } from './ports.js';
import { collidingIds, householdFindings } from './unit-findings.js';

/** What a report is asked by. */
export interface ReportWish {
  /** The layers that are compared with each other; all of the city's when left out. */
  readonly between?: readonly LayerKey[] | null | undefined;
  /** All when left out. */
  readonly kinds?: readonly FindingKind[] | null | undefined;
}

/** What is wrong with a city's grids at a model's instants. */
export interface CrosswalkReport {
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  /** When the newest crosswalk was computed that it rests on; null before the first. */
  readonly asOf: Date | null;
  readonly layers: readonly GridLayer[];
  /** In the order of {@link compareFindings}. */
  readonly findings: readonly Finding[];
  readonly summaries: readonly FindingSummary[];
}

/** What reports ask. */
export interface ReportSources {
  readonly measure: MeasureOverlaps;
  readonly dutyGround: ReadDutyGround;
  readonly newestRun: ReadNewestRun;
}

/** What one model tells; it never changes, so it is found once. */
interface Looked {
  readonly model: CityModel;
  readonly layers: readonly GridLayer[];
  readonly coverage: () => Promise<CoverageFindings>;
  readonly byKind: Map<FindingKind, Promise<readonly Finding[]>>;
}

/** Looks for what is wrong with a city's grids. Of one model it looks once; duties are read each time, they change without it. */
export class CrosswalkReports {
  readonly #sources: ReportSources;
  readonly #looked = new WeakMap<CityModel, Map<string, Looked>>();

  constructor(sources: ReportSources) {
    this.#sources = sources;
  }

  /** The report of a model; throws `BAD_USER_INPUT` for a layer that the city does not have. */
  async report(model: CityModel, { between, kinds }: ReportWish = {}): Promise<CrosswalkReport> {
    const layers = targetLayers(model, { layers: between });
    const looked = this.#lookedAt(model, layers);
    const wanted = findingKinds.filter((kind) => kinds == null || kinds.includes(kind));
    const found = await Promise.all(wanted.map((kind) => this.#ofKind(kind, looked)));
    const findings = found.flatMap((some) => [...some].sort(compareFindings));
    const asOf = await this.#sources.newestRun(model.knownAt);
    return { at: model.at, knownAt: model.knownAt, asOf, layers, findings, summaries: summariesOf(findings) };
  }

  #lookedAt(model: CityModel, layers: readonly GridLayer[]): Looked {
    const ofModel = this.#looked.get(model) ?? new Map<string, Looked>();
    this.#looked.set(model, ofModel);
    const key = layers.map((layer) => layer.key).join(' ');
    const known = ofModel.get(key);
    if (known) return known;
    let coverage: Promise<CoverageFindings> | null = null;
    const looked: Looked = { model, layers, coverage: () => (coverage ??= coverageFindings(model, layers)), byKind: new Map() };
    ofModel.set(key, looked);
    return looked;
  }

  #ofKind(kind: FindingKind, looked: Looked): Promise<readonly Finding[]> {
    const { model } = looked;
    if (kind === 'ORPHAN_DUTY') return this.#sources.dutyGround(model).then((duties) => orphanDuties(model, duties));
    const known = looked.byKind.get(kind);
    if (known) return known;
    const found = this.#look(kind, looked);
    looked.byKind.set(kind, found);
    found.catch(() => looked.byKind.delete(kind));
    return found;
  }

  async #look(kind: Exclude<FindingKind, 'ORPHAN_DUTY'>, { model, layers, coverage }: Looked): Promise<readonly Finding[]> {
    switch (kind) {
      case 'SELF_OVERLAP':
        return selfOverlaps(model, layers, this.#sources.measure);
      case 'SLIVER':
        return slivers(model, { layers, cut: (await coverage()).cut }, this.#sources.measure);
      case 'COLLIDING_ID':
        return collidingIds(model, layers);
      case 'HOUSEHOLD_RULE':
        return householdFindings(model, layers);
      default:
        return (await coverage()).findings.filter((one) => one.kind === kind);
    }
  }
}
