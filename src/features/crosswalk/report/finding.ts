import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { GridLayer, GridUnit } from '../../grids/index.js';

/** What may be wrong with a city's grids, in the order in which a report tells it. */
export const findingKinds = [
  'NO_MANS_LAND',
  'SELF_OVERLAP',
  'DOUBLE_COVER',
  'SLIVER',
  'UNMATCHED_UNIT',
  'COLLIDING_ID',
  'HOUSEHOLD_RULE',
  'ORPHAN_DUTY',
] as const;

/** One of {@link findingKinds}. */
export type FindingKind = (typeof findingKinds)[number];

/** One thing that is wrong; what does not belong to its kind is null or empty. */
export interface Finding {
  readonly kind: FindingKind;
  /** The same for the same finding in every report. */
  readonly key: string;
  /** The layer whose unit it is about. */
  readonly layer: GridLayer | null;
  /** The layer that leaves a gap there, covers it twice, or meets it in a sliver. */
  readonly otherLayer: GridLayer | null;
  readonly units: readonly GridUnit[];
  /** Share of the first unit that it is about. */
  readonly share: number | null;
  readonly areaM2: number | null;
  readonly households: number | null;
  /** The office that nobody answers for. */
  readonly department: DepartmentCode | null;
  readonly divisionCode: DivisionCode | null;
}

/** How much was found of one kind between two layers, or for one office. */
export interface FindingSummary {
  readonly kind: FindingKind;
  readonly layer: GridLayer | null;
  readonly otherLayer: GridLayer | null;
  readonly department: DepartmentCode | null;
  readonly count: number;
  /** Null where no finding has an area. */
  readonly totalM2: number | null;
}

type Particulars = Partial<Omit<Finding, 'kind' | 'key' | 'units'>>;

/** A finding about units with only what it has to say. */
export function finding(kind: FindingKind, units: readonly GridUnit[], particulars: Particulars = {}): Finding {
  const { layer = units[0]?.layer ?? null, otherLayer = null, department = null, divisionCode = null } = particulars;
  const names = [otherLayer?.key, department, divisionCode, ...units.map((unit) => `${unit.layer.key}:${unit.localId}`)];
  return {
    kind,
    key: [kind, ...names.filter((name) => name != null)].join(' '),
    layer,
    otherLayer,
    units,
    share: particulars.share ?? null,
    areaM2: particulars.areaM2 ?? null,
    households: particulars.households ?? null,
    department,
    divisionCode,
  };
}

/** What findings are sorted by. */
export type FindingPlace = Pick<Finding, 'kind' | 'areaM2' | 'share' | 'key'>;

/** By kind, the largest ground first, then by share and key. */
export function compareFindings(a: FindingPlace, b: FindingPlace): number {
  return (
    findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) ||
    (b.areaM2 ?? -1) - (a.areaM2 ?? -1) ||
    (b.share ?? -1) - (a.share ?? -1) ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

/** Counts and totals of findings that are in order, in the order of their first. */
export function summariesOf(findings: readonly Finding[]): readonly FindingSummary[] {
  const groups = new Map<string, FindingSummary>();
  for (const { kind, layer, otherLayer, department, areaM2 } of findings) {
    const key = [kind, layer?.key, otherLayer?.key, department].join(' ');
    const known = groups.get(key) ?? { kind, layer, otherLayer, department, count: 0, totalM2: null };
    groups.set(key, { ...known, count: known.count + 1, totalM2: areaM2 === null ? known.totalM2 : (known.totalM2 ?? 0) + areaM2 });
  }
  return [...groups.values()];
}
