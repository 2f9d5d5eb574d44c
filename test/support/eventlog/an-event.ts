import { randomUUID } from 'node:crypto';

import type { NewEvent } from '../../../src/eventlog/event.js';

/** An event about some matter of the petition office; `parts` say what matters to the test. */
export function anEvent(parts: Partial<NewEvent> = {}): NewEvent {
  return {
    eventId: randomUUID(),
    topic: 'matter',
    kind: 'reported',
    subject: randomUUID(),
    version: 1,
    department: 'PETITION',
    divisionCode: '360202001001',
    visibleTo: null,
    payload: {},
    occurredAt: new Date('2026-03-02T08:00:00.123Z'),
    ...parts,
  };
}

/** `count` events whose payload numbers them from `from` on: `{ n: from }`, `{ n: from + 1 }` … */
export function numbered(count: number, from = 1): readonly NewEvent[] {
  return Array.from({ length: count }, (_, nth) => anEvent({ payload: { n: from + nth } }));
}

/** The numbers that {@link numbered} wrote, in the order of `events`. */
export function numbersOf(events: readonly { readonly payload: Readonly<Record<string, unknown>> }[]): readonly unknown[] {
  return events.map((event) => event.payload['n']);
}

/** `from`, `from + 1` … `to`. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}
