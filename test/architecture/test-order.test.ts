import { isThere } from './house/project.js';

interface Placed {
  readonly path: string;
  readonly context: { readonly config: object; readonly hasteFS: { getSize(path: string): number } };
}
interface Sequencer {
  sort(tests: readonly Placed[]): readonly Placed[];
}

const { TestOrder, longFiles } = jest.requireActual<{ TestOrder: new () => Sequencer; longFiles: readonly string[] }>(
  '../../scripts/jest/sequencer.cjs',
);

describe('the order in which test files are begun', () => {
  const rootDir = process.cwd();
  const context = {
    config: { rootDir, id: 'order', cache: false, cacheDirectory: '', displayName: { name: 'gateway' } },
    // Nobody has timed them, so that the larger of two comes first.
    hasteFS: { getSize: (path: string) => (path.includes('grids') ? 2 : 1) },
  };
  const sorted = (names: readonly string[]): readonly string[] =>
    new TestOrder().sort(names.map((name) => ({ path: `${rootDir}/test/${name}`, context }))).map(({ path }) => path.split('/test/')[1]!);

  it('knows long files that are there', () => {
    expect(longFiles.filter((file) => !isThere(`test/${file}`))).toEqual([]);
  });

  it('begins with one that loads each city, goes on with the long ones, and has the short ones last', () => {
    const [grids, refusals, hostile, short] = [
      'gateway/grids.test.ts',
      'gateway/refusals.test.ts',
      'abuse/hostile-texts.test.ts',
      'unit/kernel/credit-code.test.ts',
    ] as const;
    expect(sorted([short, grids, hostile, refusals, 'real-city/new-york.test.ts'])).toEqual([
      'real-city/new-york.test.ts',
      grids,
      hostile,
      refusals,
      short,
    ]);
  });
});
