import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { sixOffices } from '../../composing/six-offices.js';
import { readConfig } from '../../config/read-config.js';
import { layoutIn } from '../../database/embedded/layout.js';
import type { DepartmentDefinition } from '../../departments/contract.js';
import { openPack } from '../../features/intake/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { OnPlatform } from '../on-platform.js';
import { officeNamed } from './office-named.js';

/** An office and what its own layers are called. */
export interface OfficeLayers {
  readonly department: DepartmentDefinition;
  readonly layers: readonly { readonly key: string; readonly nameZh: string }[];
  /** Where the layers were read: the loaded city, or a city pack. */
  readonly from: string;
}

/** The layers of an office: of the city pack in `pack` where one is given, else of the loaded city, else of the pack that would be loaded. */
export async function officeLayers(office: string, pack: string | undefined, on: OnPlatform): Promise<OfficeLayers> {
  if (pack !== undefined) return ofPack(office, pack);
  const config = readConfig();
  // No server is started only to find that it holds nothing.
  const mayBeLoaded = config.databaseUrl !== null || existsSync(layoutIn(config.dataDir).cluster);
  return (mayBeLoaded ? await ofLoadedCity(office, on) : null) ?? ofPack(office, config.cityPack);
}

async function ofLoadedCity(office: string, on: OnPlatform): Promise<OfficeLayers | null> {
  try {
    return await on(({ offices, models }) => {
      const department = officeNamed(office, offices);
      const layers = models.current().layersOf(department.code);
      return Promise.resolve({ department, layers: layers.map(({ key, nameZh }) => ({ key, nameZh })), from: 'the loaded city' });
    });
  } catch (thrown) {
    if (thrown instanceof CityError && thrown.code === 'UNAVAILABLE') return null;
    throw thrown;
  }
}

async function ofPack(office: string, folder: string): Promise<OfficeLayers> {
  const department = officeNamed(office, sixOffices);
  const { manifest } = await openPack(resolve(folder));
  const layers = manifest.offices.find(({ key }) => key === department.key)?.layers ?? [];
  return { department, layers: layers.map(({ key, name }) => ({ key, nameZh: name.zh })), from: resolve(folder) };
}
