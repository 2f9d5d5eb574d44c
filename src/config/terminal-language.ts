/** The language that the terminal is set to, by the variables that every program of it reads: Chinese or, for all others, English. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>> = process.env): 'zh' | 'en' {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh([_.-]|$)/i.test(locale) ? 'zh' : 'en';
}
