import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the pack before it is written; `path` is relative to the pack and tells by `.gz` whether it is compressed. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** Writes files into a folder. */
export function writePack(folder: string, files: readonly PackFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, path.endsWith('.gz') ? compressed(text) : text);
  }
}

const operatingSystemByte = 9;
const unknownSystem = 255;

/** gzip without a time and without the writer's operating system, so that the same text gives the same bytes. */
function compressed(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes.fill(0, 4, 8);
  bytes[operatingSystemByte] = unknownSystem;
  return bytes;
}
