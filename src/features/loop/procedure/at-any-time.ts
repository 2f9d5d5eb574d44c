import type { Transition } from './procedure.js';

/** What may come at any time: urging (催办) and supervision (督办) while a matter is open; the answer that is owed to a supervision in every state. */
export function stepsAtAnyTime(open: readonly string[], every: readonly string[]): readonly Transition[] {
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
    { step: 'answerSupervision', from: every, to: 'SAME', by: ['LEAD', 'KEEPER', 'TOWNSHIP'], carries: ['RESULT'], clocks: [] },
  ];
}
