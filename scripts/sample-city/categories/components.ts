import { categoriesOf, type Category, type CategoryLine } from './category.js';

/** Components and matters of urban management; in force since 2026-07-01, replaces GB/T 30428.2-2013. */
export const urbanStandard = 'GB/T 47678.5-2026';

const lines: readonly CategoryLine[] = [
  ['01', '市政公用设施', 'Municipal facilities', 'urban-management'],
  ['01001', '供水井盖', 'Water supply manhole cover', 'urban-management'],
  ['01003', '雨水井盖', 'Storm drain manhole cover', 'urban-management'],
  ['01011', '燃气井盖', 'Gas manhole cover', 'urban-management'],
  ['01037', '路灯', 'Street lamp', 'urban-management'],
  ['01054', '充电桩', 'Charging post', 'urban-management'],
  ['01075', '快递柜', 'Parcel locker', 'urban-management'],
  ['01076', '公用电梯', 'Public lift', 'market'],
  ['02', '交通设施', 'Traffic facilities', 'traffic'],
  ['02001', '停车场', 'Car park', 'urban-management'],
  ['02014', '交通信号灯', 'Traffic light', 'police'],
  ['02034', '无障碍设施', 'Barrier-free facility', 'urban-management'],
  ['02038', '门（楼号）牌', 'House number plate', 'police'],
  ['03', '市容环卫设施', 'Sanitation facilities', 'urban-management'],
  ['03001', '公共厕所', 'Public toilet', 'urban-management'],
  ['03005', '垃圾箱', 'Waste bin', 'urban-management'],
  ['03006', '户外广告', 'Outdoor advertisement', 'urban-management'],
  ['04', '园林绿化设施', 'Greenery', 'urban-management'],
  ['04001', '古树名木', 'Ancient or famous tree', 'urban-management'],
  ['04002', '行道树', 'Street tree', 'urban-management'],
  ['05', '其他', 'Other components', 'urban-management'],
  ['05009', '文物古迹', 'Cultural relic', 'land'],
];

/** Classes and kinds of components (部件) that the sample uses; the standard has 153 kinds. */
export const componentCategories: readonly Category[] = categoriesOf({ standard: urbanStandard, kind: 'COMPONENT' }, lines, (code) =>
  code.length === 5 ? code.slice(0, 2) : '',
);
