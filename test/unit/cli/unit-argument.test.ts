import { officeArgument, unitArgument } from '../../../src/cli/crosswalk/unit-argument.js';
import { aCityModel } from '../../support/live/a-city-model.js';

const model = aCityModel();

const refusal = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (thrown) {
    return thrown;
  }
};

describe('a unit on the command line', () => {
  test('is a layer and an id, whatever colons the id holds', () => {
    expect(unitArgument('urban-management/unit:360203003000101', model)).toEqual({
      department: 'URBAN_MANAGEMENT',
      localId: '360203003000101',
      layer: 'urban-management/unit',
    });
    expect(unitArgument('party-building/branch:P:1', model)).toMatchObject({ localId: 'P:1' });
  });

  test('may name the office alone, or the city', () => {
    expect(unitArgument('urban-management:09', model)).toEqual({ department: 'URBAN_MANAGEMENT', localId: '09', layer: null });
    const grid = { department: null, localId: '360203003002001', layer: 'city/all-elements' };
    expect(unitArgument('city:360203003002001', model)).toEqual(grid);
    expect(unitArgument('city/all-elements:360203003002001', model)).toEqual(grid);
  });

  test.each(['360203003000101', ':1', 'urban-management/unit:', 'nobody:1', 'urban:1'])(
    '%j is refused with what would be right',
    (text) => {
      expect(refusal(() => unitArgument(text, model))).toMatchObject({
        code: 'BAD_USER_INPUT',
        hint: expect.stringMatching(/:|Layers/) as string,
      });
    },
  );
});

test('offices are written as their layers begin', () => {
  expect(officeArgument('party-building', model)).toBe('PARTY_BUILDING');
  expect(refusal(() => officeArgument('PARTY', model))).toMatchObject({ code: 'BAD_USER_INPUT' });
});
