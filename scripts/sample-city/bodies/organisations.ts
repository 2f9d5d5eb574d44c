import type { Community, Ground, Township } from '../ground/community.js';
import { type Division, shortName } from '../ground/division.js';
import { centreOf } from '../plane/measure.js';
import { onGrain, type Place } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import { type RegistrarKind, syntheticCreditCode } from './credit-code.js';
import { departmentKinds } from './departments.js';
import type { Organisation } from './organisation.js';

type Draft = Omit<Organisation, 'code' | 'parent'> & { readonly registrar: RegistrarKind; readonly parentRole?: string };

/** How many bodies of each freely invented kind the sample city has. */
export const bodyFigures = { socialOrganisations: 84, propertyFirms: 60, schools: 90 } as const;

/** The bodies of the city: departments, governments, committees, centres, firms, schools and societies. */
export function drawOrganisations(divisions: readonly Division[], ground: Ground): readonly Organisation[] {
  const codes = new Map<string, string>();
  return drafts(divisions, ground).map(({ registrar, parentRole, ...draft }, i) => {
    const code = syntheticCreditCode(registrar, draft.division.slice(0, 6), i + 1);
    if (draft.role !== '') codes.set(`${draft.role}@${draft.division}`, code);
    return { ...draft, code, parent: parentRole === undefined ? '' : (codes.get(parentRole) ?? '') };
  });
}

function drafts(divisions: readonly Division[], ground: Ground): readonly Draft[] {
  const seats = divisions.filter(({ level }) => level === 'CITY' || level === 'COUNTY');
  return [
    ...seats.flatMap((seat) => departmentsOf(seat, ground)),
    ...ground.townships.flatMap(townshipBodies),
    ...ground.communities.map(committee),
    ...spread(ground, bodyFigures.propertyFirms, propertyFirm),
    ...spread(ground, bodyFigures.schools, school),
    ...spread(ground, bodyFigures.socialOrganisations, society),
  ];
}

function departmentsOf(seat: Division, ground: Ground): readonly Draft[] {
  const isCity = seat.level === 'CITY';
  const middle = seatPlace(seat, ground);
  const random = seededRandom(`departments/${seat.code}`);
  return departmentKinds.map(({ role, name, kind, office }): Draft => ({
    registrar: kind === 'CENTRE' ? '12' : '11',
    name: `${kind === 'PARTY' && name.startsWith('委') ? `中共${seat.name}` : seat.name}${name}`,
    kind,
    level: isCity ? 'CITY' : 'COUNTY',
    division: seat.code,
    ...(isCity ? {} : { parentRole: `${role}@360200` }),
    office,
    place: onGrain([middle[0] + random.between(-250, 250), middle[1] + random.between(-250, 250)]),
    role,
  }));
}

/** Offices of city and county sit in the middle of the largest urban community of the county's first subdistrict or town. */
function seatPlace({ code }: Division, { communities }: Ground): Place {
  const county = code === '360200' ? '360203' : code;
  const urban = communities.filter(({ division, isUrban }) => isUrban && division.code.startsWith(county));
  return urban.reduce((best, one) => (one.builtRadiusM > best.builtRadiusM ? one : best)).centre;
}

function townshipBodies({ division, ground }: Township): readonly Draft[] {
  const place = onGrain(centreOf(ground));
  const county = division.code.slice(0, 6);
  const shared = { level: 'TOWNSHIP', division: division.code, place } as const;
  return [
    { ...shared, registrar: '11', name: governmentName(division), kind: 'GOVERNMENT', office: '', role: 'government' },
    {
      ...shared,
      registrar: '12',
      name: `${division.name}综治中心`,
      kind: 'CENTRE',
      office: 'political-legal',
      role: 'centre',
      parentRole: `centre@${county}`,
    },
    {
      ...shared,
      registrar: '11',
      name: `中共${division.name}${division.kind === 'SUBDISTRICT' ? '工作委员会' : '委员会'}`,
      kind: 'PARTY',
      office: '',
      role: 'party',
      parentRole: `party-building@${county}`,
    },
  ];
}

const governmentNames: Readonly<Record<string, string>> = {
  SUBDISTRICT: '办事处',
  TOWN: '人民政府',
  TOWNSHIP: '人民政府',
  ZONE: '管理委员会',
};

const governmentName = ({ name, kind }: Division): string => `${name}${governmentNames[kind]!}`;

function committee({ division, centre }: Community): Draft {
  return {
    registrar: division.kind === 'RESIDENTS' ? '54' : '55',
    name: division.name,
    kind: 'COMMITTEE',
    level: 'COMMUNITY',
    division: division.code,
    parentRole: `government@${division.code.slice(0, 9)}`,
    office: '',
    place: onGrain(centre),
    role: 'committee',
  };
}

function spread(ground: Ground, count: number, draft: (community: Community, i: number) => Draft): readonly Draft[] {
  const urban = ground.communities.filter(({ isUrban }) => isUrban);
  return Array.from({ length: count }, (_, i) => draft(urban[(i * 37 + 11) % urban.length]!, i));
}

const brands = ['瓷都', '昌江', '浮梁', '御窑', '陶阳', '乐安', '珠山', '高岭', '洪源', '三宝'];

const propertyFirm = (community: Community, i: number): Draft => ({
  ...near(community, `firm/${i}`),
  registrar: '91',
  name: `${brands[i % 10]!}${['安居', '嘉园', '诚信', '和顺', '金管家', '宜家'][Math.floor(i / 10)]!}物业服务有限公司（示例）`,
  kind: 'ENTERPRISE',
  role: `property-firm-${i}`,
});

const school = (community: Community, i: number): Draft => ({
  ...near(community, `school/${i}`),
  registrar: '12',
  name: `${shortName(community.division.name)}${i % 3 === 0 ? '中学' : i % 3 === 1 ? '小学' : '幼儿园'}（示例）`,
  kind: 'SCHOOL',
  role: '',
});

const society = (community: Community, i: number): Draft => ({
  ...near(community, `society/${i}`),
  registrar: i % 3 === 0 ? '52' : '51',
  name: `${shortName(community.division.name)}${['志愿服务协会', '助老服务中心', '邻里互助会', '陶艺文化促进会', '青少年服务中心', '调解促进会'][i % 6]!}（示例）`,
  kind: 'SOCIAL',
  role: '',
});

function near({ division, centre }: Community, seed: string): Pick<Draft, 'level' | 'division' | 'office' | 'place'> {
  const random = seededRandom(seed);
  return {
    level: 'NONE',
    division: division.code,
    office: '',
    place: onGrain([centre[0] + random.between(-60, 60), centre[1] + random.between(-60, 60)]),
  };
}
