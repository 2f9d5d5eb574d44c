/** One administrative division of the city, as the list of 2023 names it. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'COMMUNITY';
  readonly parent: string;
  readonly kind: DivisionKind;
}

/** Kinds of divisions in the words of the city pack. */
export type DivisionKind =
  'CITY' | 'DISTRICT' | 'COUNTY' | 'COUNTY_CITY' | 'SUBDISTRICT' | 'TOWN' | 'TOWNSHIP' | 'ZONE' | 'RESIDENTS' | 'VILLAGERS';

/** 3 digits of GB/T 10114: 001–099 subdistricts, 100–199 towns, 200–399 townships, from 400 zones and farms. */
export function townshipKind(code: string): DivisionKind {
  const serial = code.slice(6, 9);
  if (serial < '100') return 'SUBDISTRICT';
  if (serial < '200') return 'TOWN';
  return serial < '400' ? 'TOWNSHIP' : 'ZONE';
}

/** The name decides where it tells (镇桥居委会 has the code 4xx, 大甲村委会 5xx), else the code's range. */
export function communityKind(code: string, name: string): DivisionKind {
  if (isResidentsCommittee(name)) return 'RESIDENTS';
  if (/村委会|村民委员会/.test(name)) return 'VILLAGERS';
  const serial = code.slice(9);
  return serial < '200' || (serial >= '400' && serial < '500') ? 'RESIDENTS' : 'VILLAGERS';
}

/** Whether a residents' committee sits here; virtual communities of industrial parks and campuses have none by name. */
export function isResidentsCommittee(name: string): boolean {
  return /居委会|居民委员会/.test(name);
}

/** The name without the committee's suffix, for naming places after it: 蟠龙岗居委会 → 蟠龙岗. */
export function shortName(name: string): string {
  return name.replace(/(社区)?(居民?委员?会会?|村民?委员?会)$|社区$/, '') || name;
}
