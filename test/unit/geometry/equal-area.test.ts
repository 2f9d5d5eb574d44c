import fc from 'fast-check';

import { areaM2 } from '../../../src/geometry/area.js';
import { fromPlane, planeAround, projectRings, toPlane, unprojectRings } from '../../../src/geometry/equal-area.js';
import { seeded } from '../../support/geometry/seeded.js';
import { polygon, square } from '../../support/geometry/shapes.js';

const jingdezhen = { centralMeridian: 117.2, standardParallel: 29.3 };

describe('the equal-area plane', () => {
  test('gives the whole ellipsoid its known surface, whatever parallel is true to length', () => {
    const globe = polygon([
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90],
    ]);
    const surfaceOfWgs84M2 = 510_065_621_724_088.44;
    expect(areaM2(globe, { centralMeridian: 0, standardParallel: 0 }) / surfaceOfWgs84M2).toBeCloseTo(1, 12);
    expect(areaM2(globe, { centralMeridian: 0, standardParallel: 45 }) / surfaceOfWgs84M2).toBeCloseTo(1, 12);
  });

  test('keeps lengths along the standard parallel and the meridian there', () => {
    const [east] = toPlane(jingdezhen, 118.2, 29.3);
    const [, north] = toPlane(jingdezhen, 117.2, 29.301);
    const [, origin] = toPlane(jingdezhen, 117.2, 29.3);
    // The radii of curvature of WGS84 at 29.3° N, across and along the meridian, times the angle.
    const rest = 1 - 0.00669437999014 * Math.sin((29.3 * Math.PI) / 180) ** 2;
    const across = 6_378_137 / Math.sqrt(rest);
    const along = (6_378_137 * (1 - 0.00669437999014)) / rest ** 1.5;
    expect(east).toBeCloseTo(across * Math.cos((29.3 * Math.PI) / 180) * (Math.PI / 180), 4);
    expect(north - origin).toBeCloseTo(along * ((0.001 * Math.PI) / 180), 2);
  });

  test('leads back to where it came from, to a millionth of a millimetre’s angle, anywhere but at the poles', () => {
    const place = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }));
    const plane = fc.record({
      centralMeridian: fc.double({ min: -180, max: 180, noNaN: true }),
      standardParallel: fc.double({ min: -70, max: 70, noNaN: true }),
    });
    seeded(
      fc.property(place, plane, ([longitude, latitude], p) => {
        const [backLongitude, backLatitude] = fromPlane(p, ...toPlane(p, longitude, latitude));
        expect(Math.abs(backLongitude - longitude)).toBeLessThan(1e-12 * 360);
        expect(Math.abs(backLatitude - latitude)).toBeLessThan(1e-11);
      }),
      1000,
    );
  });

  test('moves whole polygons there and back', () => {
    const rings = polygon(square(117.1, 29.2, 0.2), square(117.15, 29.25, 0.05));
    const back = unprojectRings(jingdezhen, projectRings(jingdezhen, rings));
    back.coordinates.forEach((number, index) => expect(number).toBeCloseTo(rings.coordinates[index]!, 11));
    expect(back.partStarts).toEqual(rings.partStarts);
  });

  test('centres on a box', () => {
    expect(planeAround({ minX: 117, minY: 29, maxX: 118, maxY: 30 })).toEqual({ centralMeridian: 117.5, standardParallel: 29.5 });
  });
});
