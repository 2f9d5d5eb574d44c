export { type CountingRules, lawfulCounting, usualYellow, type YellowRule } from './calendar/counting-rules.js';
export type { HolidayYears } from './calendar/holiday-years.js';
export { type OfficeHours, usualHours } from './calendar/office-hours.js';
export { type HolidayDay, type HolidayKind, holidayKinds, noHolidays, ownHolidays } from './calendar/own-holidays.js';
export { stateHolidays } from './calendar/state-holidays.js';
export { type CalendarTerms, type PausedLimit, WorkingCalendar } from './calendar/working-calendar.js';
export type { WorkingCalendars } from './ports.js';
export { checkLimit, type LimitUnit, limitUnits, longestLimit, type TimeLimit } from './time-limit.js';
