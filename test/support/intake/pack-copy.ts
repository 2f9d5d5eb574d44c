import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const original = join(__dirname, '../../fixtures/city-packs/two-offices');

/** A copy of the pack of two invented offices that a test may spoil. */
export class PackCopy {
  private constructor(readonly folder: string) {}

  static async make(): Promise<PackCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'allgrid-pack-'));
    await cp(original, folder, { recursive: true });
    return new PackCopy(folder);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  async read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    await writeFile(this.path(file), content);
  }

  /** Replaces a text that must stand in the file. */
  async replace(file: string, from: string, to: string): Promise<void> {
    const text = await this.read(file);
    if (!text.includes(from)) throw new Error(`Expected ${JSON.stringify(from)} in ${file}.`);
    await this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Adds lines at the end. */
  async append(file: string, lines: string): Promise<void> {
    await this.write(file, (await this.read(file)) + lines);
  }

  /** The same for packs that hold the same files, and for no others: 16 characters. */
  async digest(): Promise<string> {
    const hash = createHash('sha256');
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted()) {
      const bytes = await readFile(file);
      hash.update(`${file.slice(this.folder.length)}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest('hex').slice(0, 16);
  }

  async remove(file?: string): Promise<void> {
    await rm(file === undefined ? this.folder : this.path(file), { recursive: true, force: true });
  }
}
