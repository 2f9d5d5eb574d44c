import type { Language } from '../../graphql/request-context.js';

/** The language asked for: English where the most wanted language of the header is English, Chinese otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => ({ tag: entry.split(';')[0]!.trim().toLowerCase(), weight: Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1) }))
    .filter((entry) => entry.tag.startsWith('zh') || entry.tag.startsWith('en'))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
