import type { Light } from '../../light.js';

const isLate = (now: string): string =>
  `(matter.closed_at is null and matter.due_at < ${now} or matter.closed_at is not null and matter.due_at < matter.closed_at)`;
const isNearlyDue = (now: string): string => `(matter.closed_at is null and matter.yellow_at <= ${now} and matter.due_at >= ${now})`;

/** Whether a matter shows a light at the instant `now`, as SQL: what `lightOf` answers. */
export const lightSql: Readonly<Record<Light, (now: string) => string>> = {
  RED: isLate,
  YELLOW: isNearlyDue,
  GREEN: (now) => `not coalesce(${isLate(now)} or ${isNearlyDue(now)}, false)`,
};
