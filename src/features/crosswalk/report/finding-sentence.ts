import { percent, squareMetres } from '../figures.js';
import type { Wording } from '../wording.js';
import type { Finding } from './finding.js';
import { householdRule } from './unit-findings.js';

/** What is wrong, in one sentence. */
export function findingSentence(finding: Finding): Wording {
  return wordings[finding.kind](finding);
}

const wordings: Readonly<Record<Finding['kind'], (finding: Finding) => Wording>> = {
  NO_MANS_LAND: (finding) => ({
    zh: `${unitZh(finding)} 有 ${extent(finding)} 未被 ${layerZh(finding)} 覆盖。`,
    en: `${extent(finding)} of ${unitEn(finding)} is covered by no unit of ${layerEn(finding)}.`,
  }),
  SELF_OVERLAP: (finding) => ({
    zh: `${unitZh(finding)} 与同层的 ${unitZh(finding, 1)} 重叠 ${extent(finding)}，该图层本不应重叠。`,
    en: `${unitEn(finding)} and ${unitEn(finding, 1)} of the same layer both claim ${extent(finding)}; the layer is meant not to overlap.`,
  }),
  DOUBLE_COVER: (finding) => ({
    zh: `${unitZh(finding)} 有 ${extent(finding)} 被 ${layerZh(finding)} 覆盖不止一次。`,
    en: `${extent(finding)} of ${unitEn(finding)} is covered more than once by ${layerEn(finding)}.`,
  }),
  SLIVER: (finding) => ({
    zh: `${unitZh(finding)} 与 ${unitZh(finding, 1)} 只共有 ${extent(finding)}，作为碎片略去。`,
    en: `${unitEn(finding)} and ${unitEn(finding, 1)} have only ${extent(finding)} in common: cut as a sliver.`,
  }),
  UNMATCHED_UNIT: (finding) => ({
    zh: `${unitZh(finding)} 与所问的其他图层均无关联。`,
    en: `${unitEn(finding)} has no link into any other layer that was asked for.`,
  }),
  COLLIDING_ID: (finding) => ({
    zh: `编号 ${idsOf(finding)} 同时指 ${finding.units.map((_, place) => unitZh(finding, place)).join('、')}。`,
    en: `${idsOf(finding)} stands for ${finding.units.map((_, place) => unitEn(finding, place)).join(' and ')}.`,
  }),
  HOUSEHOLD_RULE: (finding) => ({
    zh: `${unitZh(finding)} 有 ${finding.households ?? '?'} 户，规定为 ${householdRule.least}–${householdRule.most} 户。`,
    en: `${unitEn(finding)} holds ${finding.households ?? '?'} households; the rule says ${householdRule.least} to ${householdRule.most}.`,
  }),
  ORPHAN_DUTY: ({ department, divisionCode }) => ({
    zh: `区划 ${divisionCode ?? '?'} 之内，${department ?? '?'} 没有任何组织负有在效职责。`,
    en: `Within division ${divisionCode ?? '?'} no organisation of ${department ?? '?'} has a duty in force.`,
  }),
};

function extent({ share, areaM2 }: Finding): string {
  if (areaM2 === null) return percent(share ?? 0);
  return share === null ? squareMetres(areaM2) : `${squareMetres(areaM2)} (${percent(share)})`;
}

function unitZh({ units }: Finding, place = 0): string {
  const unit = units[place]!;
  return `${unit.layer.nameZh} ${unit.localId}`;
}

function unitEn({ units }: Finding, place = 0): string {
  const unit = units[place]!;
  return `${unit.layer.key} ${unit.localId}`;
}

function layerZh({ otherLayer }: Finding): string {
  return otherLayer?.nameZh ?? '';
}

function layerEn({ otherLayer }: Finding): string {
  return otherLayer?.key ?? '';
}

function idsOf({ units }: Finding): string {
  return [...new Set(units.map(({ localId }) => localId))].join(' / ');
}
