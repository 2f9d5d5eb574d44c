import { variables } from '../../src/config/variables.js';
import { errorCodes } from '../../src/kernel/city-error.js';
import { textOf } from './house/project.js';

/** What the first cells of a page's tables name in backquotes. */
const rowsOf = (page: string): readonly string[] =>
  textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((hit) => hit[1]!));

describe('pages that list what the code knows', () => {
  it('tell of each error code exactly once', () => {
    expect([...rowsOf('docs/errors/README.md')].sort()).toEqual([...errorCodes].sort());
  });

  it.each(['README.md', 'README.zh-CN.md'])('show every environment variable: %s', (page) => {
    expect(rowsOf(page)).toEqual(expect.arrayContaining(Object.values(variables).map(({ name }) => name)));
  });
});
