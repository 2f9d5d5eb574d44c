// GEOS (compiled to WebAssembly by the package geos-wasm) is LGPL: it is linked as a package of its own, unchanged, and
// stands behind the port OverlayEngine, so that it can be replaced without touching anything outside this folder.
import type initGeosJs from 'geos-wasm';

/** Name and version of the library; the version is the one that package.json pins. */
export const geosName = 'geos-wasm 3.1.1';

import { CityError } from '../../../kernel/city-error.js';

/** The functions of GEOS, its memory, and the last complaint it made. */
export interface GeosLibrary {
  readonly geos: Awaited<ReturnType<typeof initGeosJs>>;
  /** Answers `pointer` when GEOS made something; throws `INTERNAL` with its complaint when it made nothing. */
  made(pointer: number, deed: string): number;
}

let complaint = '';

/** Loads GEOS once in a thread; about 100 ms the first time. */
export async function loadGeos(): Promise<GeosLibrary> {
  // Only when it is needed: the package is 2.6 MB of text, and the server's own thread mostly does without it.
  const { default: init } = await import('geos-wasm');
  // Throwing from a handler would jump over the C++ destructors and leak; so the complaint is kept and the result is read.
  const geos = await init({ errorHandler: (message) => void (complaint = message), noticeHandler: () => undefined });
  return { geos, made };
}

function made(pointer: number, deed: string): number {
  if (pointer !== 0) return pointer;
  throw new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: `GEOS could not ${deed}: expected rings that passed the gate, got “${complaint}”.`,
    messageZh: `GEOS 未能完成运算（${deed}）：${complaint}`,
    hint: 'Find the unit by its layer in the report of the run and pass its boundary through the ring gate.',
    details: { deed, complaint },
  });
}
