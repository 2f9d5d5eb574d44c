import { CityRegister } from '../../../src/features/intake/city/city-register.js';
import { LocalTime } from '../../../src/features/intake/rows/local-time.js';
import type { QuarantinedRow } from '../../../src/features/intake/rows/refusal.js';
import { Tally } from '../../../src/features/intake/rows/tally.js';

const since = '1990-01-01';
const redrawnOn = '2023-07-01';

/** The day of {@link aRegister}. */
export const registerDay = '2026-03-01';

/** Communities of {@link aRegister} that stand, and those that a redraw of 2023 ended. */
export const communities = {
  standing: ['360203011001', '360203011002', '360203003002'],
  ended: ['360203100200', '360203100206'],
} as const;

/** A credit code of the one bureau that {@link aRegister} knows. */
export const bureau = '11360203000000019L';

/** A city of one county in which a town became a subdistrict in 2023, one bureau and one category; `shiftDays` moves its matters. */
export function aRegister(shiftDays = 0): CityRegister {
  const city = {
    code: '360200',
    name: { zh: '景德镇市', en: 'Jingdezhen' },
    timeZone: 'Asia/Shanghai',
    divisionScheme: 'cn-2-2-2-3-3',
    anchor: null,
    notice: null,
    bounds: [116.9, 28.6, 117.8, 30.05],
  } as const;
  const register = new CityRegister({ ...city, bounds: [...city.bounds] }, new LocalTime(city.timeZone, shiftDays), registerDay, new Map());
  const add = (
    code: string,
    name: string,
    parts: Omit<Parameters<CityRegister['addDivision']>[0], 'code' | 'name' | 'validTo'>,
    validTo: string | null = null,
  ): void => register.addDivision({ code, name, validTo, ...parts });
  const at = { parentCode: null, kind: 'X', validFrom: since };
  add('360200', '景德镇市', { ...at, level: 'CITY' });
  add('360203', '珠山区', { ...at, level: 'COUNTY', parentCode: '360200' });
  add('360203003', '新厂街道', { ...at, level: 'TOWNSHIP', parentCode: '360203' });
  add('360203100', '竟成镇', { ...at, level: 'TOWNSHIP', parentCode: '360203' }, redrawnOn);
  add('360203011', '竟成街道', { ...at, level: 'TOWNSHIP', parentCode: '360203', validFrom: redrawnOn });
  add('360203003002', '陶溪川社区居委会', { ...at, level: 'COMMUNITY', parentCode: '360203003' });
  add('360203100200', '樊家井村委会', { ...at, level: 'COMMUNITY', parentCode: '360203100' }, redrawnOn);
  add('360203100206', '湖田村委会', { ...at, level: 'COMMUNITY', parentCode: '360203100' }, redrawnOn);
  add('360203011001', '樊家井社区居委会', { ...at, level: 'COMMUNITY', parentCode: '360203011', validFrom: redrawnOn });
  add('360203011002', '湖田社区居委会', { ...at, level: 'COMMUNITY', parentCode: '360203011', validFrom: redrawnOn });
  register.addCategory({ standard: 'sample', kind: 'MATTER', code: '01', nameZh: '事项', nameEn: null, parentCode: null });
  register.addOrganisation({
    ...{ issuer: 'GB32100', scheme: 'credit-code', code: bureau, name: '珠山区某局', kind: 'DEPARTMENT', level: 'COUNTY' },
    ...{ divisionCode: '360203', parentCode: null, department: null, longitude: null, latitude: null, gridUuid: null },
    asOf: new Date('2026-01-01T00:00:00Z'),
  });
  return register;
}

/** A tally whose refused rows are kept in a list. */
export function aTally(): { readonly tally: Tally; readonly refused: readonly QuarantinedRow[] } {
  const refused: QuarantinedRow[] = [];
  const silent = (): Promise<void> => Promise.resolve();
  const register = {
    quarantine: (_: unknown, rows: readonly QuarantinedRow[]) => {
      refused.push(...rows);
      return Promise.resolve();
    },
    ...{ noteRepairs: silent, noteFindings: silent, markCleared: silent },
  };
  const run = { id: '00000000-0000-4000-8000-000000000000', department: null, at: new Date(`${registerDay}T00:00:00Z`) };
  return { tally: new Tally(run, register), refused };
}
