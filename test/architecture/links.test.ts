import { dirname, posix } from 'node:path';

import { filesOf, isThere, textOf } from './house/project.js';

/** One link of a page to a place in this project. */
interface Link {
  readonly page: string;
  readonly target: string;
}

const pages = filesOf('.').filter((file) => file.endsWith('.md'));
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** Links to files: neither to other hosts nor within the page. */
function linksIn(page: string, text: string): readonly Link[] {
  const targets = [...withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<img[^>]*\ssrc="([^"]+)"/g)].map(
    (hit) => hit[1] ?? hit[2]!,
  );
  return targets.filter((target) => !/^([a-z]+:|#|\/\/)/i.test(target)).map((target) => ({ page, target }));
}

const placeOf = ({ page, target }: Link): string => posix.join(dirname(page), decodeURI(target.replace(/[#?].*$/, '')));

describe('pages for readers', () => {
  it('link only to what is there', () => {
    const broken = pages.flatMap((page) => linksIn(page, textOf(page))).filter((link) => !isThere(placeOf(link)));
    expect(broken).toEqual([]);
    expect(pages).toContain('CONTRIBUTING.md');
  });

  it('are read as their readers read them', () => {
    const text = '[a](./b.md#c) ![d](e.png "f") [g](https://h) `[i](j)` [k](#l)\n```\n[m](n)\n```\n<img alt="o" src="p.png">';
    expect(linksIn('docs/q.md', text).map(placeOf)).toEqual(['docs/b.md', 'docs/e.png', 'docs/p.png']);
  });
});
