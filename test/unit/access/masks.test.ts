import { masksOf } from '../../../src/features/access/sealing/masks.js';

const nothing = { name: null, contact: null, idNumber: null, address: null, title: null, text: null };

describe('the mask of', () => {
  test.each([
    ['张三丰', '张**'],
    ['李四', '李**'],
    ['欧阳修文', '欧**'],
    ['王', '***'],
    ['Ada Lovelace', 'A**'],
  ])('the name %s is %s', (name, mask) => {
    expect(masksOf({ ...nothing, name }).name).toBe(mask);
  });

  test.each([
    ['13800138888', '138****8888'],
    ['+86 138-0013-8888', '138****8888'],
    ['0798-8221234', '****'],
    ['zhang@example.org', '****'],
  ])('the contact %s is %s', (contact, mask) => {
    expect(masksOf({ ...nothing, contact }).contact).toBe(mask);
  });

  test.each([
    ['36020219800101123X', '360202**********3X'],
    ['360202800101123', '****'],
    ['G12345678', '****'],
  ])('the identity number %s is %s', (idNumber, mask) => {
    expect(masksOf({ ...nothing, idNumber }).idNumber).toBe(mask);
  });

  test.each([
    ['珠山区石狮埠街道里村12号3栋', '珠山区石狮埠街道****'],
    ['浮梁县浮梁镇新平村8组', '浮梁县浮梁镇****'],
    ['珠山路１２号', '珠山路****'],
    ['3栋2单元501', '****'],
  ])('the address %s is %s', (address, mask) => {
    expect(masksOf({ ...nothing, address }).address).toBe(mask);
  });

  test('what was not given is nothing', () => {
    expect(masksOf(nothing)).toEqual({ name: null, contact: null, idNumber: null, address: null });
  });
});
