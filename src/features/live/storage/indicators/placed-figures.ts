import type { Indicators } from '../../indicators/indicators.js';
import type { LogPoint, Placed } from '../../live-source.js';

/**
 * Figures at a point. They tell where things stand, as a beat does: also who begins at that very point wants them, since figures change by
 * time alone.
 */
export function placedFigures(
  point: LogPoint,
  cursor: string,
  told: Pick<Indicators, 'isComplete' | 'figures' | 'serverTime'>,
): Placed<Indicators> {
  return { delivery: { typeName: 'Indicators', cursor, position: point.position, ...told }, at: point, cursor, kind: 'BEAT' };
}
