import { joinParts, type Rings } from '../../../../src/geometry/rings.js';
import { overlapsBetween, overlapsWithin } from '../../../support/geometry/overlaps.js';
import { polygon, square } from '../../../support/geometry/shapes.js';

const block = (x: number, y: number, width: number): Rings => polygon(square(x, y, width));
const outline = (...corners: number[][]): Rings => polygon([...corners, corners[0]!]);

describe('the common ground of two layers', () => {
  test('is that of squares that cross, lie within each other, or are the same', () => {
    expect(overlapsBetween([block(0, 0, 10)], [block(5, 5, 10)])).toEqual([[0, 0, 25]]);
    expect(overlapsBetween([block(0, 0, 10)], [block(2, 3, 4)])).toEqual([[0, 0, 16]]);
    expect(overlapsBetween([block(2, 3, 4)], [block(0, 0, 10)])).toEqual([[0, 0, 16]]);
    expect(overlapsBetween([block(0, 0, 10)], [block(0, 0, 10)])).toEqual([[0, 0, 100]]);
  });

  test('is listed by the first layer, then the second, and leaves out pairs without ground', () => {
    const a = [block(10, 0, 10), block(0, 0, 10)];
    const b = [block(15, 0, 10), block(5, 0, 10), block(100, 100, 1)];
    expect(overlapsBetween(a, b)).toEqual([
      [0, 0, 50],
      [0, 1, 50],
      [1, 1, 50],
    ]);
  });

  test('is nothing where units share a border, a piece of a border or a corner', () => {
    const middle = [block(0, 0, 10)];
    const around = [
      block(10, 0, 10),
      block(-5, -5, 5),
      block(10, 3, 4),
      block(3, 10, 4),
      block(-4, 2, 4),
      block(2, -4, 4),
      block(10, 10, 1),
    ];
    expect(overlapsBetween(middle, around)).toEqual([]);
    expect(overlapsBetween(around, middle)).toEqual([]);
  });

  test('is whole where a unit lies within another along one, two or all of its borders', () => {
    const big = [block(0, 0, 10)];
    expect(overlapsBetween(big, [block(0, 3, 4), block(0, 0, 4), block(6, 6, 4), outline([0, 0], [10, 0], [10, 2], [0, 2])])).toEqual([
      [0, 0, 16],
      [0, 1, 16],
      [0, 2, 16],
      [0, 3, 20],
    ]);
  });

  test('does not depend on how a shared border is split, upright, level or slanted', () => {
    const plain = outline([0, 0], [12, 0], [12, 12], [0, 12]);
    const split = outline([0, 0], [3, 0], [4, 0], [12, 0], [12, 5], [12, 12], [7, 12], [0, 12], [0, 11]);
    expect(overlapsBetween([plain], [split])).toEqual([[0, 0, 144]]);
    const slanted = outline([0, 0], [12, 6], [0, 12]);
    const splitSlant = outline([0, 0], [4, 2], [6, 3], [12, 6], [2, 11], [0, 12], [0, 5]);
    const beyond = outline([0, 0], [2, 1], [8, 4], [12, 6], [12, 0]);
    expect(overlapsBetween([slanted], [splitSlant, beyond])).toEqual([[0, 0, 72]]);
  });

  test('leaves holes out, and finds a unit in a hole to share nothing with what is around it', () => {
    const ring = polygon(square(0, 0, 10), square(2, 2, 6));
    expect(overlapsBetween([ring], [block(0, 0, 10), block(2, 2, 6), block(3, 3, 2), block(0, 0, 5)])).toEqual([
      [0, 0, 64],
      [0, 3, 16],
    ]);
    expect(overlapsBetween([ring], [polygon(square(1, 1, 8), square(3, 3, 4))])).toEqual([[0, 0, 28]]);
  });

  test('adds up over the parts of a unit', () => {
    const islands = joinParts([block(0, 0, 4), polygon(square(10, 0, 6), square(12, 2, 2)), block(30, 0, 2)]);
    expect(overlapsBetween([islands], [block(2, 0, 10), block(12, 2, 2)])).toEqual([[0, 0, 8 + 12]]);
    expect(overlapsBetween([islands], [islands])).toEqual([[0, 0, 16 + 32 + 4]]);
  });

  test('is the same whichever way rings run', () => {
    const reversed = polygon(square(0, 0, 10).toReversed(), square(2, 2, 6));
    const alsoReversed = polygon(square(0, 0, 10), square(2, 2, 6).toReversed());
    expect(overlapsBetween([reversed, alsoReversed], [block(0, 0, 5)])).toEqual([
      [0, 0, 16],
      [1, 0, 16],
    ]);
  });

  test('is found for every one of several units that hold the same spot', () => {
    const pile = [block(0, 0, 10), block(0, 0, 10), block(5, 0, 10), block(2, 2, 2)];
    expect(overlapsBetween(pile, [block(1, 1, 5), block(0, 0, 20)])).toEqual([
      [0, 0, 25],
      [0, 1, 100],
      [1, 0, 25],
      [1, 1, 100],
      [2, 0, 5],
      [2, 1, 100],
      [3, 0, 4],
      [3, 1, 4],
    ]);
    expect(overlapsBetween([block(0, 0, 20)], pile)).toEqual([
      [0, 0, 100],
      [0, 1, 100],
      [0, 2, 100],
      [0, 3, 4],
    ]);
  });

  test('is right where corners lie on borders, and borders go through corners', () => {
    const diamond = outline([5, 0], [10, 5], [5, 10], [0, 5]);
    expect(overlapsBetween([diamond], [block(0, 0, 10), block(0, 0, 5), block(5, 5, 5), block(5, 0, 10)])).toEqual([
      [0, 0, 50],
      [0, 1, 12.5],
      [0, 2, 12.5],
      [0, 3, 25],
    ]);
  });

  test('loses no digits far from the origin', () => {
    const far = 2 ** 23;
    expect(overlapsBetween([block(far, -far, 10)], [block(far + 5, 5 - far, 10), block(far + 10, -far, 3)])).toEqual([[0, 0, 25]]);
  });

  test('is nothing where a layer is empty, or a unit has no ground', () => {
    const nothing = joinParts([]);
    expect(overlapsBetween([], [block(0, 0, 1)])).toEqual([]);
    expect(overlapsBetween([block(0, 0, 1)], [])).toEqual([]);
    expect(overlapsBetween([nothing], [nothing])).toEqual([]);
    expect(overlapsBetween([nothing, block(0, 0, 2)], [block(1, 1, 2), nothing])).toEqual([[1, 0, 1]]);
  });
});

describe('the ground that units of one layer share', () => {
  test('is nothing for a partition, neighbours whose border is split otherwise included', () => {
    expect(overlapsWithin([block(0, 0, 10), block(10, 0, 5), block(10, 5, 5), block(0, 10, 10), block(10, 10, 10)])).toEqual([]);
  });

  test('is told once for each pair, three units upon one spot making three pairs', () => {
    expect(overlapsWithin([block(0, 0, 10), block(5, 5, 10), block(5, 5, 2), block(50, 0, 1)])).toEqual([
      [0, 1, 25],
      [0, 2, 4],
      [1, 2, 4],
    ]);
  });

  test('is the whole unit where two are drawn alike', () => {
    expect(overlapsWithin([block(0, 0, 10), block(0, 0, 10)])).toEqual([[0, 1, 100]]);
  });

  test('is nothing for a unit that fills the hole of another', () => {
    expect(overlapsWithin([polygon(square(0, 0, 10), square(2, 2, 6)), block(2, 2, 6)])).toEqual([]);
  });
});
