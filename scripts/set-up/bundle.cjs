'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { runNode } = require('./child.cjs');
const { filesUnder, fingerprint, isStamped, writeStamp } = require('./fingerprint.cjs');
const { inProject } = require('./project.cjs');
const { SetUpError, say, secondsSince } = require('./say.cjs');

const apps = () =>
  fs.existsSync(inProject('src/web'))
    ? fs
        .readdirSync(inProject('src/web'))
        .filter((name) => ['ts', 'js', 'mts', 'mjs'].some((end) => fs.existsSync(inProject('src/web', name, `vite.config.${end}`))))
    : [];

const stampOf = (name) => inProject('dist', 'web', `.${name}`);

/** What a page is made of: its folder, what pages share, client/ (of the rest of src it may import nothing), its documents. */
function sourcesOf(name) {
  const others = apps().filter((app) => app !== name);
  const isOurs = (file) => !others.some((other) => file.startsWith(inProject('src/web', other) + path.sep));
  return ['package-lock.json', 'tsconfig.json', 'src/client', 'schema/operations', 'src/web'].flatMap((part) =>
    filesUnder(inProject(part), isOurs),
  );
}

const isFresh = (name, mark) => isStamped(stampOf(name), mark) && fs.existsSync(inProject('dist/web', name, 'index.html'));

async function bundleOne(name, mark) {
  const start = Date.now();
  say(`Bundling the page ${name} …`);
  fs.rmSync(stampOf(name), { force: true });
  const args = ['build', inProject('src/web', name), '--outDir', inProject('dist/web', name), '--emptyOutDir', '--logLevel', 'error'];
  const { code, output } = await runNode([inProject('node_modules/vite/bin/vite.js'), ...args], { env: { NODE_ENV: 'production' } });
  if (code !== 0) throw new SetUpError(`${output}\nBundling src/web/${name} failed.`);
  writeStamp(stampOf(name), mark);
  say(`Bundled the page ${name} in ${secondsSince(start)}.`);
}

/** Whether every page under src/web/ is bundled from its present sources. */
exports.isBundled = () => apps().every((name) => isFresh(name, fingerprint(sourcesOf(name))));

/** Bundles each folder of src/web/ that has a vite.config to dist/web/<name>/; does nothing where that is done. */
exports.bundle = async () => {
  for (const name of apps()) {
    const mark = fingerprint(sourcesOf(name));
    if (!isFresh(name, mark)) await bundleOne(name, mark);
  }
};
