import { type Light, yellowHours, yellowShare } from '../../light.js';

const left = (now: string): string => `(matter.due_at - coalesce(matter.closed_at, ${now}))`;
const isLate = (now: string): string => `coalesce(${left(now)} < interval '0', false)`;
const isNearlyDue = (now: string): string =>
  `coalesce(matter.closed_at is null and ${left(now)} >= interval '0'
     and ${left(now)} <= greatest((matter.due_at - matter.reported_at) * ${yellowShare}, interval '${yellowHours} hours'), false)`;

/** Whether a matter shows a light at the instant `now`, as SQL: what `lightOf` answers. */
export const lightSql: Readonly<Record<Light, (now: string) => string>> = {
  RED: isLate,
  YELLOW: isNearlyDue,
  GREEN: (now) => `not ${isLate(now)} and not ${isNearlyDue(now)}`,
};
