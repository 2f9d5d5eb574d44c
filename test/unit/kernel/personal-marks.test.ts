import { personalMarksIn } from '../../../src/kernel/personal-marks.js';

describe('a text points at a person', () => {
  test.each([
    ['居民 11010519491231002X 反映漏水', ['ID_CARD']],
    ['身份证11010519491231002x。', ['ID_CARD']],
    ['440524 18800101 0014', ['ID_CARD']],
    ['360202-19900101-0013', ['ID_CARD']],
    ['３６０２０２１９９００１０１００１３', ['ID_CARD']],
    ['3602021990\u200b01010013', ['ID_CARD']],
    ['旧证 110105491231002', ['ID_CARD']],
    ['请联系13800138000', ['MOBILE']],
    ['电话：138 0013 8000', ['MOBILE']],
    ['+86-138-0013-8000', ['MOBILE']],
    ['１３８００１３８０００', ['MOBILE']],
    ['11010519491231002X，13800138000', ['ID_CARD', 'MOBILE']],
  ])('%j: %j', (text, marks) => {
    expect(personalMarksIn(text)).toEqual(marks);
  });
});

describe('a text points at nobody', () => {
  test.each([
    '3号楼2单元楼道灯不亮，共12户',
    '网格 360202001001001 与 360202100201001',
    '文号 景党建〔2026〕13号，2026-11-22 15:30',
    '座机 0798-8560000，热线 12345',
    '工单 360202202611220001',
    '部件 3602020113000001，信用代码 91360200MA35XXXXX3',
    '440524 19880101 0014',
    '12800138000 与 138001380001',
    '',
  ])('%j', (text) => {
    expect(personalMarksIn(text)).toEqual([]);
  });
});
