import type { ClockKind } from './procedure/procedure.js';

/** How far the alarms of a clock have been told. */
export const alarmStages = ['NONE', 'YELLOW', 'OVERDUE'] as const;

/** One of {@link alarmStages}. */
export type AlarmStage = (typeof alarmStages)[number];

/** One round of one clock of a matter: what it was given, and what became of it. Instants are UTC. */
export interface MatterClock {
  readonly clock: ClockKind;
  /** From 1. */
  readonly round: number;
  readonly startedAt: Date;
  readonly limitAmount: number;
  readonly limitUnit: string;
  /** The law, or the row of the city's limits, that gave it. */
  readonly limitSource: string | null;
  /** As extended and resumed; of a paused clock, as it stood when it was paused. */
  readonly dueAt: Date;
  /** From when on its light is yellow. */
  readonly yellowAt: Date;
  readonly pausedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** How often it was extended. */
  readonly extended: number;
  /** When its overdue mark was exempted on appeal; the mark itself stays. */
  readonly exemptAt: Date | null;
  readonly alarmed: AlarmStage;
  /** When the next alarm is to be told; null where there is nothing more to tell. */
  readonly nextAlarmAt: Date | null;
}

/** Whether a clock runs. */
export function isRunning({ pausedAt, stoppedAt }: Pick<MatterClock, 'pausedAt' | 'stoppedAt'>): boolean {
  return pausedAt === null && stoppedAt === null;
}
