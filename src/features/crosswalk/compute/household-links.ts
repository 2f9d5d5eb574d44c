import type { DepartmentCode, SourceId } from '../../../kernel/ids.js';
import type { HouseholdCounts } from '../ports.js';
import type { LinkRow, PairRows } from './computed-rows.js';
import type { BuildingPoint } from './crosswalk-input.js';
import { buildingLinks, type BuildingSide } from './shared-buildings.js';

/** The households of every building, as each office counts them. */
export interface HouseholdRegister {
  /** Its counts are the weights; the others are kept beside them. */
  readonly countingOffice: DepartmentCode;
  readonly hasSeveralCounts: boolean;
  readonly byBuilding: ReadonlyMap<SourceId, BuildingPoint['households']>;
}

/** The office that counts households in the most buildings, the first by code among equals; null where none counts any. */
export function countingOffice(buildings: readonly BuildingPoint[]): DepartmentCode | null {
  const counted = new Map<DepartmentCode, number>();
  for (const { households } of buildings) for (const office of Object.keys(households)) counted.set(office, (counted.get(office) ?? 0) + 1);
  const [first] = [...counted].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  return first?.[0] ?? null;
}

/** Lists the households of buildings; null where nobody counts any, and then nothing stands in for them. */
export function householdRegister(buildings: readonly BuildingPoint[], office: DepartmentCode | null): HouseholdRegister | null {
  if (office === null) return null;
  return {
    countingOffice: office,
    hasSeveralCounts: buildings.some(({ households }) => Object.keys(households).some((other) => other !== office)),
    byBuilding: new Map(buildings.map(({ code, households }) => [code, households])),
  };
}

/**
 * Links units by the households of the buildings that both hold. Coverage is given for every unit of which households are counted.
 * Where several offices count in the two units, the link keeps all their counts.
 */
export function householdLinks(a: BuildingSide, b: BuildingSide, register: HouseholdRegister): PairRows {
  const { countingOffice: office, byBuilding } = register;
  const rows = buildingLinks(a, b, {
    basis: 'HOUSEHOLDS',
    weightOf: (building) => byBuilding.get(building)?.[office] ?? 0,
    compares: () => true,
    tellsUnlinked: true,
  });
  if (!register.hasSeveralCounts) return rows;
  return { links: rows.links.map((link) => withCounts(link, { a, b }, register)), coverage: rows.coverage };
}

function withCounts(link: LinkRow, { a, b }: { a: BuildingSide; b: BuildingSide }, { byBuilding }: HouseholdRegister): LinkRow {
  const [ofSource, ofTarget] = [a.held.buildings[link.source.unit]!, b.held.buildings[link.target.unit]!];
  const targets = new Set(ofTarget);
  const common = ofSource.filter((building) => targets.has(building));
  const counts = [common, ofSource, ofTarget].map((buildings) => totals(buildings, byBuilding));
  const offices = [...new Set(counts.flatMap((of) => [...of.keys()]))].sort();
  if (offices.length < 2) return link;
  const triple = (office: DepartmentCode): HouseholdCounts => counts.map((of) => of.get(office) ?? 0) as [number, number, number];
  return { ...link, householdCounts: Object.fromEntries(offices.map((office) => [office, triple(office)])) };
}

function totals(buildings: readonly SourceId[], byBuilding: HouseholdRegister['byBuilding']): ReadonlyMap<DepartmentCode, number> {
  const sums = new Map<DepartmentCode, number>();
  for (const building of buildings)
    for (const [office, households] of Object.entries(byBuilding.get(building) ?? {}))
      sums.set(office, (sums.get(office) ?? 0) + households);
  return sums;
}
