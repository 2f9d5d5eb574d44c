import type { LineageReader, Successions } from '../../lineage/index.js';
import type { HeirsOf } from './re-placing.js';

/** Reads heirs from what is known of the lineage of units; a unit of which nothing is known has none. */
export function heirsByLineage(lineage: Pick<LineageReader, 'graph'>, successions: Pick<Successions, 'ofUnits'>): HeirsOf {
  return async (model, unitUuids) => {
    const { units } = await lineage.graph(unitUuids, 'FORWARD', null);
    const gone = unitUuids.flatMap((uuid) => units.get(uuid) ?? []);
    const found = await successions.ofUnits(model, gone);
    return new Map(
      [...found].map(([uuid, successors]) => [uuid, successors.map(({ grid, weight }) => ({ unitUuid: grid.uuid, weight }))] as const),
    );
  };
}
