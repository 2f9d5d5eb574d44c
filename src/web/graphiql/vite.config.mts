import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { notoSansSc } from '../noto-sans-sc.mjs';
import { precompress } from '../precompress.mjs';

// A default export because Vite asks for one.
export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the page works under any prefix that a proxy puts before it.
  base: './',
  plugins: [notoSansSc(['Fira Code']), react(), precompress()],
  worker: { format: 'es' },
  build: {
    outDir: '../../../dist/web/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The code editor is one piece of about 3 MB by nature.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      onLog(level, log, handler) {
        // GraphiQL marks its modules for a compiler that has already run.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
});
