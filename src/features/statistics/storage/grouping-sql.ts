import type { Parameters } from '../../../database/parameters.js';
import type { MatterGrouping } from '../figures/grouping.js';
import type { FactSource } from '../metrics/fact.js';
import type { FactWish } from '../ports.js';

const clockFormats = { HOUR: 'YYYY-MM-DD HH24', DAY: 'YYYY-MM-DD', MONTH: 'YYYY-MM' } as const;

const columns: Readonly<Record<Exclude<MatterGrouping, keyof typeof clockFormats | 'ORGANISATION'>, string>> = {
  COUNTY: 'matter.county_code',
  TOWNSHIP: 'matter.township_code',
  COMMUNITY: 'matter.community_code',
  GRID: 'matter.grid_id::text',
  UNIT: 'placed.unit_id::text',
  // No standard's name holds a bar; what stands behind the second one may.
  CATEGORY: `matter.standard || '|' || matter.category_kind || '|' || matter.category_code`,
  STATE: 'matter.state',
  OFFICE: 'matter.department',
  SOURCE: 'matter.source',
};

/** The text by which rows are grouped; null for the group of what has none. `now_.time_zone` is the city's. */
export function keySql(grouping: MatterGrouping, source: FactSource): string {
  if (grouping === 'HOUR' || grouping === 'DAY' || grouping === 'MONTH')
    return `to_char(matter.reported_at at time zone now_.time_zone, '${clockFormats[grouping]}')`;
  // Whoever is judged is who the figure is about: of a whistle both sides are.
  if (grouping === 'ORGANISATION') return `${source === 'EVALUATION' ? 'evaluation.of_organisation_id' : 'matter.lead_id'}::text`;
  return columns[grouping];
}

/** What the groupings join to the table `matter`: of a layer's units the surest, so that every matter is counted once. */
export function groupingJoin({ groupBy, layer }: FactWish, parameters: Parameters): string {
  if (!groupBy.includes('UNIT')) return '';
  return `left join lateral (
      select placement.unit_id from matter_placement placement join unit on unit.id = placement.unit_id
       where placement.matter_id = matter.id and unit.layer_key = ${parameters.add(layer)}
       order by placement.weight desc, placement.unit_id limit 1) placed on true`;
}
