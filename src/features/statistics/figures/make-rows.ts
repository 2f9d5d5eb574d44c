import type { Fact } from '../metrics/fact.js';
import type { MatterMetric, MetricDefinition } from '../metrics/metric-definition.js';
import { definitionOf } from '../metrics/metric-definitions.js';
import type { FactRow } from '../ports.js';
import { type MatterGrouping, timeGroupings } from './grouping.js';
import { type Comparison, timeKeyShifted } from './period.js';
import type { MetricValue, StatisticsRow } from './statistics-row.js';
import { suppressedAmong } from './suppress.js';

/** The groups of the asked period, and of the one that it is compared with. */
export interface CountedGroups {
  readonly groupBy: readonly MatterGrouping[];
  readonly metrics: readonly MatterMetric[];
  readonly groups: readonly FactRow[];
  readonly compared: { readonly by: Comparison; readonly groups: readonly FactRow[] } | null;
}

/** Makes the rows of an answer: one for each group, with every metric's number, its parts and how it has changed. */
export function rowsOf({ groupBy, metrics, groups, compared }: CountedGroups): readonly StatisticsRow[] {
  const before = new Map(compared?.groups.map((group) => [keyText(group.keys), group]));
  const hidden = new Set([...suppressedAmong(groups), ...suppressedAmong(compared?.groups ?? [])]);
  return groups.map((group) => {
    const earlier = compared === null ? undefined : before.get(comparedKey(group.keys, groupBy, compared.by));
    return {
      keys: groupBy.map((grouping, place) => ({ grouping, key: group.keys[place]! })),
      matters: hidden.has(group) ? null : group.matters,
      isSuppressed: hidden.has(group),
      values: metrics.map((metric) => valueOf(definitionOf(metric), { group, earlier, hidden })),
    };
  });
}

/** The facts that some metrics are made of, each once. */
export function factsOf(metrics: readonly MatterMetric[]): readonly Fact[] {
  return [
    ...new Set(
      metrics.map(definitionOf).flatMap(({ numerator, denominator }) => [numerator, ...(denominator === null ? [] : [denominator])]),
    ),
  ];
}

interface Seen {
  readonly group: FactRow;
  readonly earlier: FactRow | undefined;
  readonly hidden: ReadonlySet<FactRow>;
}

function valueOf(definition: MetricDefinition, { group, earlier, hidden }: Seen): MetricValue {
  const now = hidden.has(group) ? untold : figureOf(definition, group);
  const comparison = earlier === undefined || hidden.has(earlier) ? null : figureOf(definition, earlier).value;
  const change = now.value === null || comparison === null ? null : now.value - comparison;
  return {
    ...{ metric: definition.metric, definition, ...now, comparison, change },
    changeShare: change === null || comparison === null || comparison === 0 ? null : change / comparison,
  };
}

type Figure = Pick<MetricValue, 'value' | 'numerator' | 'denominator'>;

const untold: Figure = { value: null, numerator: null, denominator: null };

function figureOf({ numerator, denominator, unit }: MetricDefinition, group: FactRow): Figure {
  const over = group.facts[numerator] ?? null;
  // A median stands for itself; nothing was added up to make it.
  if (denominator === null) return unit === 'HOURS' ? { ...untold, value: over } : { ...untold, value: over ?? 0, numerator: over ?? 0 };
  const under = group.facts[denominator] ?? 0;
  return { numerator: over ?? 0, denominator: under, value: under === 0 ? null : (over ?? 0) / under };
}

const keyText = (keys: readonly (string | null)[]): string => JSON.stringify(keys);

function comparedKey(keys: FactRow['keys'], groupBy: readonly MatterGrouping[], by: Comparison): string {
  const shifted = keys.map((key, place) => (key !== null && timeGroupings.has(groupBy[place]!) ? timeKeyShifted(key, by) : key));
  // A day that the earlier month does not have is like no group, not like the group of those without a day.
  return shifted.some((key, place) => key === null && keys[place] !== null) ? '' : keyText(shifted);
}
