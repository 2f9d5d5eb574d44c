import type { LogEvent } from './event.js';

/** What an event says once it was taken back: that there was one. */
export const nothingLeft = {
  topic: 'withdrawn',
  kind: 'WITHDRAWN',
  subject: '00000000-0000-0000-0000-000000000000',
  version: 0,
  department: null,
  divisionCode: null,
  visibleTo: null,
  payload: {},
} as const satisfies Partial<LogEvent>;
