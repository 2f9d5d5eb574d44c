import { finalStates } from '../../matter.js';
import type { MatterArrival } from '../../ports.js';
import type { HeldStand, JudgedArrival } from './known-arrival.js';

/** An arrival at its place: a matter that was closed and stays so lies where it lay, unless its office has moved it. */
export function atItsPlace<Known extends Pick<JudgedArrival, 'arrival' | 'held' | 'state'>>(known: Known): Known & { keepsPlace: boolean } {
  const { arrival, held, state } = known;
  if (held === null || held.closedAt === null || !finalStates.includes(state) || !isWhereItWas(arrival, held))
    return { ...known, keepsPlace: false };
  const { gridUuid, divisionCode } = held;
  return { ...known, arrival: { ...arrival, gridUuid, divisionCode }, keepsPlace: true };
}

/** Placements are ordered by the report, so another instant of it is another place too. */
function isWhereItWas(arrival: MatterArrival, held: HeldStand): boolean {
  const { longitude, latitude, unitUuid, reportedAt } = held;
  const isThere = arrival.longitude === longitude && arrival.latitude === latitude && arrival.unitUuid === unitUuid;
  return isThere && arrival.reportedAt.getTime() === reportedAt.getTime();
}
