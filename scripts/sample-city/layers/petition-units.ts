import { opaqueDigits } from '../bodies/opaque-code.js';
import type { Organisation } from '../bodies/organisation.js';
import type { Township } from '../ground/community.js';
import type { Shape } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

const days = ['每周一', '每周二', '每周三', '每周四', '每月10日', '每月15日、25日'];

/** A petition area by township-level unit (属地); the zones are known by name alone, without an outline. */
export function petitionArea({ division }: Township, shape: Shape, government: string): LayerUnit {
  return {
    localId: `XFQ-0${opaqueDigits(`petition-area/${division.code}`, 5)}`,
    name: `${division.name}信访责任区`,
    division: division.code,
    households: null,
    validFrom: '2022-05-01',
    shape: division.kind === 'ZONE' ? null : shape,
    own: { ...ownFields(division.name, `${division.name}人民来访接待室`), responsible_code: government },
  };
}

/** A petition grid by responsible organisation (责任单位): no ground at all, and a division only below the city. */
export function petitionResponsible(organisation: Organisation): LayerUnit {
  return {
    localId: `ZRDW${opaqueDigits(`petition-responsible/${organisation.code}`, 8)}`,
    name: `${organisation.name}信访责任单元`,
    division: organisation.level === 'COUNTY' ? organisation.division : '',
    households: null,
    validFrom: '2022-05-01',
    shape: null,
    own: { ...ownFields(organisation.name, `${organisation.name}来访接待点`), responsible_code: organisation.code },
  };
}

function ownFields(responsible: string, site: string): Readonly<Record<string, string>> {
  const random = seededRandom(`petition/${responsible}`);
  return {
    responsible_unit: responsible,
    reception_site: site,
    reception_day: random.pick(days),
    joint_meeting: String(random.chance(0.6)),
    duty_phone_posted: String(random.chance(0.85)),
  };
}
