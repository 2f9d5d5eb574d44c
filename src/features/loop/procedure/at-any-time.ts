import type { Transition } from './procedure.js';

/** What may come at any time while a matter is in one of these states: urging (催办), supervision (督办) and its answer. */
export function stepsAtAnyTime(open: readonly string[]): readonly Transition[] {
  return [
    {
      step: 'urgeMatter',
      from: open,
      to: 'SAME',
      by: ['TOWNSHIP', 'REPORTER', 'GRID_STAFF', 'SUPERVISOR'],
      carries: ['REASON'],
      clocks: [],
    },
    { step: 'superviseMatter', from: open, to: 'SAME', by: ['SUPERVISOR', 'COUNTY'], carries: ['REASON', 'UNTIL'], clocks: [] },
    { step: 'answerSupervision', from: open, to: 'SAME', by: ['LEAD', 'KEEPER', 'TOWNSHIP'], carries: ['RESULT'], clocks: [] },
  ];
}
