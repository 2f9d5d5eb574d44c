import { joinParts, ringsToNested } from '../../../src/geometry/rings.js';
import { ringsFromGeoJson, ringsToGeoJson } from '../../../src/geometry/rings-geojson.js';
import { polygon, square } from '../../support/geometry/shapes.js';

const twoParts = { type: 'MultiPolygon' as const, coordinates: [[square(0, 0, 9), square(1, 1, 2)], [square(20, 0, 3)]] };

describe('flat rings', () => {
  test('hold a MultiPolygon without loss', () => {
    expect(ringsToGeoJson(ringsFromGeoJson(twoParts))).toEqual(twoParts);
  });

  test('know where each ring and part begins', () => {
    const { ringStarts, partStarts } = ringsFromGeoJson(twoParts);
    expect({ ringStarts: [...ringStarts], partStarts: [...partStarts] }).toEqual({ ringStarts: [0, 5, 10, 15], partStarts: [0, 2, 3] });
  });

  test('read a Polygon as one part', () => {
    expect(ringsToNested(ringsFromGeoJson({ type: 'Polygon', coordinates: [square(0, 0, 1)] }))).toEqual([[square(0, 0, 1)]]);
  });

  test('join as parts of one', () => {
    expect(ringsToNested(joinParts([polygon(square(0, 0, 9), square(1, 1, 2)), polygon(square(20, 0, 3))]))).toEqual(twoParts.coordinates);
  });
});
