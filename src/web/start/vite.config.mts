import { defineConfig } from 'vite';

import { notoSansSc } from '../noto-sans-sc.mjs';
import { precompress } from '../precompress.mjs';

// A default export because Vite asks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [notoSansSc(), precompress()],
  build: { outDir: '../../../dist/web/start', emptyOutDir: true, assetsInlineLimit: 0 },
});
