import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { communityKind, type Division, townshipKind } from './division.js';

interface SourceList {
  readonly streets: readonly { readonly code: string; readonly name: string }[];
  readonly communities: readonly { readonly code: string; readonly name: string; readonly street: string }[];
}

const top: readonly Division[] = [
  { code: '360200', name: '景德镇市', level: 'CITY', parent: '', kind: 'CITY' },
  { code: '360202', name: '昌江区', level: 'COUNTY', parent: '360200', kind: 'DISTRICT' },
  { code: '360203', name: '珠山区', level: 'COUNTY', parent: '360200', kind: 'DISTRICT' },
  { code: '360222', name: '浮梁县', level: 'COUNTY', parent: '360200', kind: 'COUNTY' },
  { code: '360281', name: '乐平市', level: 'COUNTY', parent: '360200', kind: 'COUNTY_CITY' },
];

/** All divisions of the city, from the city itself down to 718 communities and villages, each level by code. */
export function readDivisions(sourceFolder: string): readonly Division[] {
  const list = JSON.parse(readFileSync(join(sourceFolder, 'divisions-2023.json'), 'utf8')) as SourceList;
  const townships = list.streets.map(({ code, name }): Division => ({
    code,
    name,
    level: 'TOWNSHIP',
    parent: code.slice(0, 6),
    kind: townshipKind(code),
  }));
  const communities = list.communities.map(({ code, name, street }): Division => ({
    code,
    name,
    level: 'COMMUNITY',
    parent: street,
    kind: communityKind(code, name),
  }));
  const byCode = (a: Division, b: Division): number => (a.code < b.code ? -1 : 1);
  return [...top, ...townships.sort(byCode), ...communities.sort(byCode)];
}
