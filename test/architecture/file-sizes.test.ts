import { filesOf, textOf } from './house/project.js';

const lines = (file: string): number => textOf(file).trimEnd().split('\n').length;
const hasHeadComment = (file: string): boolean => /^(#!.*\n)?\s*(\/\/|\/\*)/.test(textOf(file));

const sized = ['src', 'migrations', 'scripts', 'bench']
  .flatMap(filesOf)
  .filter((file) => /\.(ts|tsx|cjs)$/.test(file))
  .map((file) => ({ file, lines: lines(file) }))
  .sort((one, other) => one.lines - other.lines);

/** The length that `share` of all files do not exceed. */
const quantile = (share: number): number => sized[Math.ceil(share * sized.length) - 1]?.lines ?? 0;

const longerThan = (most: number): readonly string[] =>
  sized.filter((one) => one.lines > most).map((one) => `${one.file} (${one.lines} lines)`);

describe('files are small rooms', () => {
  it('half of them have about 60 lines or fewer', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(75);
  });

  it('nine in ten stay under 250 lines', () => {
    const long = longerThan(249);
    expect(long.length <= sized.length / 10 ? [] : long).toEqual([]);
  });

  it('above 400 lines the head comment says why', () => {
    const unexplained = sized.filter((one) => one.lines > 400 && !hasHeadComment(one.file));
    expect(unexplained).toEqual([]);
  });
});
