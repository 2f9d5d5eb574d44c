import type { Plugin } from 'vite';

/** Import this module in a page that uses {@link notoSansSc}. */
const styleSheet = '/@fontsource/noto-sans-sc/400.css';

/**
 * Cuts the style sheet of Noto Sans SC (weight 400) to what our pages need: the Chinese pieces, as woff2 only. A browser
 * fetches of them only the pieces that hold the characters it shows. Each piece is offered under `families` too, so that a
 * font whose name a library has fixed (the code editor's) finds its Chinese characters.
 */
export function notoSansSc(families: readonly string[] = []): Plugin {
  return {
    name: 'noto-sans-sc',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes(styleSheet)) return undefined;
      const faces = chineseFaces(code).map((face) => face.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/, ''));
      if (faces.length === 0) throw new Error(`${id}: expected @font-face rules named "noto-sans-sc-[n]-400-normal", found none.`);
      return { code: faces.flatMap((face) => [face, ...renamed(face, families)]).join('\n'), map: null };
    },
  };
}

// Numbered pieces are Chinese; the named ones (latin, cyrillic, vietnamese) are left to the page's own fonts.
function chineseFaces(code: string): readonly string[] {
  return code.split(/(?=\/\* noto-sans-sc-)/).filter((face) => face.startsWith('/* noto-sans-sc-['));
}

function renamed(face: string, families: readonly string[]): readonly string[] {
  return families.map((family) => face.replace(/font-family: '[^']*'/, `font-family: '${family}'`));
}
