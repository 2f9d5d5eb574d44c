import { variables } from '../../src/config/variables.js';
import { errorCodes } from '../../src/kernel/city-error.js';
import { filesOf, textOf } from './house/project.js';

/** Name every code, or what any of them does; nothing is refused there. */
const exempt = new Set(['src/kernel/city-error.ts', 'src/gateway/http/status-of.ts']);

/** The lines of a page, of one section alone where it is named. */
const linesOf = (page: string, section: string | null = null): readonly string[] => {
  const text = textOf(page);
  return (section === null ? text : text.split(`\n## ${section}`)[1]!.split('\n## ')[0]!).split('\n');
};

/** What the first cells of a page's tables name in backquotes. */
const rowsOf = (page: string, section: string | null = null): readonly string[] =>
  linesOf(page, section)
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((hit) => hit[1]!));

describe('pages that list what the code knows', () => {
  it('tell of each error code exactly once', () => {
    expect([...rowsOf('docs/errors/README.md')].sort()).toEqual([...errorCodes].sort());
  });

  it('tell cause and remedy of each code in both languages', () => {
    const rows = linesOf('docs/errors/README.md').filter((line) => line.startsWith('| `'));
    const cells = rows
      .map((row) => row.split('|'))
      .flatMap(([, code, cause, , remedy]) => [cause, remedy].map((text) => `${code}:${text}`));
    // English first, Chinese after it; names in backquotes count as neither.
    const inBoth = (cell: string): boolean => /[a-z]{2}.*[\u4e00-\u9fff]{2}/.test(cell.replaceAll(/`[^`]*`/g, ''));
    expect(cells.filter((cell) => !inBoth(cell))).toEqual([]);
  });

  it('call a code reserved if and only if nothing answers with it', () => {
    const sources = filesOf('src')
      .filter((file) => file.endsWith('.ts') && !exempt.has(file))
      .map(textOf);
    const unused = errorCodes.filter((code) => !sources.some((text) => text.includes(`'${code}'`)));
    expect([...rowsOf('docs/errors/README.md', 'Reserved')].sort()).toEqual([...unused].sort());
  });

  it.each(['README.md', 'README.zh-CN.md'])('show every environment variable: %s', (page) => {
    expect(rowsOf(page)).toEqual(expect.arrayContaining(Object.values(variables).map(({ name }) => name)));
  });
});
