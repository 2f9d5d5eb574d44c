import type { TableSchema } from '../../../database/schema-parts.js';
import { calendarTermsTable } from './calendar-terms.table.js';
import { holidayDayTable } from './holiday-day.table.js';
import { holidayYearTable } from './holiday-year.table.js';
import { timeLimitTable } from './time-limit.table.js';

/** What clocks keep in the city index. */
export const clocksTables: readonly TableSchema[] = [holidayYearTable, holidayDayTable, calendarTermsTable, timeLimitTable];
