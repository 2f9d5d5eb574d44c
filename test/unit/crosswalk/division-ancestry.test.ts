import { divisionAncestry } from '../../../src/features/crosswalk/compute/division-ancestry.js';

const parents = new Map([
  ['990101001', '990101'],
  ['990101', '990100'],
]);

describe('what contains a division', () => {
  test('is told by the city’s own table, up to the city', () => {
    const ancestry = divisionAncestry({ divisionParents: parents, divisionScheme: 'cn-2-2-2-3-3' });
    expect(ancestry('990101001')).toEqual(['990101001', '990101', '990100']);
    expect(ancestry('990100')).toEqual(['990100']);
  });

  test('is read from the digits where the table is silent', () => {
    const ancestry = divisionAncestry({ divisionParents: parents, divisionScheme: 'cn-2-2-2-3-3' });
    expect(ancestry('990101001007')).toEqual(['990101001007', '990101001', '990101', '990100']);
    expect(ancestry('990102003')).toEqual(['990102003', '990102', '9901', '99']);
  });

  test('is not read from codes of another form', () => {
    expect(divisionAncestry({ divisionParents: parents, divisionScheme: 'opaque' })('990101001007')).toEqual(['990101001007']);
  });
});
