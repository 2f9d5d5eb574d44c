import { EntitySchema } from 'typeorm';

/** The columns of a row of `city`. */
export interface CityColumns {
  readonly onlyOne: true;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly divisionScheme: string;
  readonly noticeZh: string | null;
  readonly noticeEn: string | null;
  /** The city’s box in degrees, EPSG:4326. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Days by which the dates of the city pack were moved. */
  readonly shiftDays: number;
}

/** The table `city`: the one city that the index holds. */
export const cityTable = new EntitySchema<CityColumns>({
  name: 'city',
  columns: {
    onlyOne: { name: 'only_one', type: 'boolean', primary: true, default: true },
    code: { type: 'text' },
    nameZh: { name: 'name_zh', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
    timeZone: { name: 'time_zone', type: 'text' },
    divisionScheme: { name: 'division_scheme', type: 'text' },
    noticeZh: { name: 'notice_zh', type: 'text', nullable: true },
    noticeEn: { name: 'notice_en', type: 'text', nullable: true },
    west: { type: 'double precision' },
    south: { type: 'double precision' },
    east: { type: 'double precision' },
    north: { type: 'double precision' },
    shiftDays: { name: 'shift_days', type: 'integer' },
  },
  checks: [{ name: 'city_only_one_check', expression: 'only_one' }],
});
