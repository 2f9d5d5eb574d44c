import { CityError } from '../kernel/city-error.js';
import { type RefusalReason, type RingFault, type RingFaultKind, type RingPath } from './ring-faults.js';

const refusals: Readonly<Record<RefusalReason, readonly [en: string, zh: string]>> = {
  NOT_A_POLYGON: ['expected a GeoJSON Polygon or MultiPolygon of positions', '应为 GeoJSON 多边形（Polygon 或 MultiPolygon）'],
  NOT_FINITE: ['expected finite numbers for longitude and latitude', '经纬度应为有限数值'],
  OUT_OF_BOUNDS: ['expected a point within the bounds of the city', '坐标应在本市范围之内'],
  TOO_MANY_VERTICES: ['expected fewer points', '点数超过上限'],
  TOO_TANGLED: ['expected lines that can be told apart', '线段过密，无法检查'],
  EMPTY: ['expected a polygon that covers ground', '应为有面积的多边形'],
};

const faults: Readonly<Record<RingFaultKind, readonly [en: string, zh: string]>> = {
  UNCLOSED: ['the ring does not end where it began', '环未闭合'],
  SPIKE: ['the ring runs back upon itself', '环有折返的尖刺'],
  SELF_CROSSING: ['the ring crosses or touches itself', '环自相交'],
  RINGS_CROSS: ['two rings cross or run along each other', '两个环相交或重合'],
  RINGS_TOUCH: ['two rings meet in points and lie on both sides of each other', '两个环在若干点相接且互有内外'],
  HOLE_OUTSIDE: ['a hole lies outside its shell', '洞在外环之外'],
  PARTS_OVERLAP: ['a part lies upon another part', '多个部分重叠'],
};

/** The refusal of a geometry as an error; `where` names file, row and unit. Code `GEOMETRY_INVALID`. */
export function ringRefusalError(refusal: { reason: RefusalReason; path: RingPath; received: string }, where: string): CityError {
  const [en, zh] = refusals[refusal.reason];
  return new CityError({
    code: 'GEOMETRY_INVALID',
    message: `${where}: ${en}, got ${refusal.received}${placeEn(refusal.path)}.`,
    messageZh: `${where}：${zh}，收到 ${refusal.received}${placeZh(refusal.path)}。`,
    hint: 'Correct the boundary in the office’s own register and send the row again.',
    details: { where, reason: refusal.reason, ...refusal.path },
  });
}

/** A fault that is not repaired as an error; `where` names file, row and unit. Code `GEOMETRY_INVALID`. */
export function ringFaultError(fault: RingFault, where: string): CityError {
  const [en, zh] = faults[fault.kind];
  return new CityError({
    code: 'GEOMETRY_INVALID',
    message: `${where}: expected closed rings that do not meet, but ${en} near ${fault.longitude}, ${fault.latitude}${placeEn(fault.path)}.`,
    messageZh: `${where}：${zh}，位于 ${fault.longitude}, ${fault.latitude} 附近${placeZh(fault.path)}。`,
    hint: 'Correct the boundary in the office’s own register and send the row again.',
    details: { where, reason: fault.kind, longitude: fault.longitude, latitude: fault.latitude, ...fault.path },
  });
}

function placeEn({ part, ring, vertex }: RingPath): string {
  const named = [
    ['part', part],
    ['ring', ring],
    ['point', vertex],
  ].filter(([, index]) => index !== null);
  return named.length === 0 ? '' : ` (${named.map(([name, index]) => `${name} ${index}`).join(', ')}, counted from 0)`;
}

function placeZh({ part, ring, vertex }: RingPath): string {
  const named = [
    ['部分', part],
    ['环', ring],
    ['点', vertex],
  ].filter(([, index]) => index !== null);
  return named.length === 0 ? '' : `（${named.map(([name, index]) => `第 ${index} ${name}`).join('、')}，自 0 计）`;
}
