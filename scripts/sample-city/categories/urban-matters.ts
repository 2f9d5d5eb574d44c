import { categoriesOf, type Category, type CategoryLine } from './category.js';
import { urbanStandard } from './components.js';

const lines: readonly CategoryLine[] = [
  ['01', '市政公用设施异常', 'Municipal facility out of order', ''],
  ['01001', '供水井盖异常', 'Water supply manhole cover out of order', 'urban-management'],
  ['01003', '雨水井盖异常', 'Storm drain manhole cover out of order', 'urban-management'],
  ['01011', '燃气井盖异常', 'Gas manhole cover out of order', 'urban-management'],
  ['01037', '路灯异常', 'Street lamp out of order', 'urban-management'],
  ['02', '交通设施异常', 'Traffic facility out of order', ''],
  ['02014', '交通信号灯异常', 'Traffic light out of order', 'police'],
  ['03', '市容环卫设施异常', 'Sanitation facility out of order', ''],
  ['03005', '垃圾箱异常', 'Waste bin out of order', 'urban-management'],
  ['04', '园林绿化设施异常', 'Greenery in disorder', ''],
  ['04002', '行道树异常', 'Street tree in disorder', 'urban-management'],
  ['05', '其他设施异常', 'Other component out of order', ''],
  ['06', '市容环境类', 'City appearance', ''],
  ['06001', '私搭乱建', 'Unauthorised building', 'urban-management'],
  ['06007', '沿街晾挂', 'Laundry hung along the street', 'urban-management'],
  ['06009', '空调室外机低挂', 'Air conditioner hung too low', 'urban-management'],
  ['06010', '暴露垃圾', 'Exposed rubbish', 'urban-management'],
  ['06011', '积存垃圾渣土', 'Rubbish and rubble heaped up', 'urban-management'],
  ['06012', '道路不洁', 'Dirty road', 'urban-management'],
  ['06013', '道路破损', 'Damaged road', 'urban-management'],
  ['06014', '道路遗撒（洒）', 'Spilt load on the road', 'traffic'],
  ['06017', '绿地脏乱', 'Littered green space', 'urban-management'],
  ['06020', '焚烧垃圾、树叶', 'Burning of rubbish or leaves', 'ecology'],
  ['06026', '河道污染', 'River pollution', 'ecology'],
  ['06027', '油烟污染', 'Cooking fumes', 'ecology'],
  ['06028', '噪声扰民', 'Noise nuisance', 'ecology'],
  ['06029', '露天烧烤', 'Open-air barbecue', 'urban-management'],
  ['06034', '废弃车辆', 'Abandoned vehicle', 'police'],
  ['06036', '乱堆杂物', 'Goods piled up', 'urban-management'],
  ['06038', '擅自饲养家禽家畜', 'Poultry or livestock kept without leave', 'urban-management'],
  ['06040', '私设地锁、阻车桩', 'Private parking lock or bollard', 'urban-management'],
  ['06041', '垃圾未分类', 'Waste not sorted', 'urban-management'],
  ['06042', '垃圾站（箱）满溢', 'Overflowing waste bin', 'urban-management'],
  ['06045', '非法占绿毁绿', 'Green space occupied or destroyed', 'urban-management'],
  ['06051', '盲道缺损', 'Damaged tactile paving', 'urban-management'],
  ['07', '宣传广告类', 'Advertising', ''],
  ['07001', '非法小广告', 'Illegal small advertisement', 'urban-management'],
  ['07003', '违规户外广告', 'Irregular outdoor advertisement', 'urban-management'],
  ['07006', '违规牌匾标识', 'Irregular signboard', 'urban-management'],
  ['08', '施工管理类', 'Construction', ''],
  ['08001', '施工扰民', 'Construction nuisance', 'ecology'],
  ['08002', '施工占道', 'Road occupied by works', 'urban-management'],
  ['08003', '无证掘路', 'Road dug up without permit', 'urban-management'],
  ['08004', '工地扬尘', 'Dust from a building site', 'ecology'],
  ['08011', '渣土运输车辆未安装密闭装置', 'Rubble lorry without cover', 'traffic'],
  ['09', '街面秩序类', 'Street order', ''],
  ['09001', '无照经营游商', 'Unlicensed pedlar', 'urban-management'],
  ['09003', '流浪乞讨', 'Vagrancy and begging', 'civil-affairs'],
  ['09005', '店外经营', 'Trade outside the shop', 'urban-management'],
  ['09006', '占道经营', 'Trade on the road', 'urban-management'],
  ['09009', '机动车乱停放', 'Badly parked vehicle', 'police'],
  ['09010', '非机动车乱停放', 'Badly parked bicycle', 'urban-management'],
  ['09011', '共享单车乱象', 'Disorder of shared bicycles', 'urban-management'],
  ['09012', '占用消防通道', 'Fire lane blocked', 'fire'],
  ['09019', '占用无障碍通道', 'Barrier-free passage blocked', 'urban-management'],
  ['10', '其他事项类', 'Other matters', ''],
  ['10001', '道路积雪、结冰', 'Snow or ice on the road', 'urban-management'],
  ['10002', '架空线缆脱落', 'Overhead cable come down', 'urban-management'],
];

/** Classes and kinds of matters (事项) of urban management that the sample uses; numbers have gaps, as in the standard. */
export const urbanMatterCategories: readonly Category[] = categoriesOf({ standard: urbanStandard, kind: 'MATTER' }, lines, (code) =>
  code.length === 5 ? code.slice(0, 2) : '',
);

/** What went before GB/T 47678.5-2026. */
export const formerStandard = 'GB/T 30428.2-2013';
/** What went before that; which edition the one known code stands in was not told. */
export const cjStandard = 'CJ/T 214';

/** Codes of the same matters before 2026 (GB/T 30428.2), for the pairs that were checked. */
export const formerCodes: Readonly<Record<string, string>> = {
  '06010': '0110',
  '06036': '0136',
  '07003': '0203',
  '08011': '0311',
  '09005': '0405',
};

const former: readonly CategoryLine[] = [
  ['0110', '暴露垃圾', 'Exposed rubbish', ''],
  ['0136', '乱堆杂物', 'Goods piled up', ''],
  ['0203', '违规户外广告', 'Irregular outdoor advertisement', ''],
  ['0311', '渣土运输车辆未安装密闭装置', 'Rubble lorry without cover', ''],
  ['0405', '店外经营', 'Trade outside the shop', ''],
];

/** The same matters in the two generations before: GB/T 30428.2-2013, and CJ/T 214 for the one pair that is known. */
export const formerUrbanCategories: readonly Category[] = [
  ...categoriesOf({ standard: formerStandard, kind: 'MATTER' }, former, () => ''),
  ...categoriesOf({ standard: cjStandard, kind: 'MATTER' }, [['0102', '暴露垃圾', 'Exposed rubbish', '']], () => ''),
];
