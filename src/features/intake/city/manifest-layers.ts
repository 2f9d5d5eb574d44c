import type { DepartmentCode } from '../../../kernel/ids.js';
import type { HeldLayer } from '../../grids/index.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';

/** The layers of a pack in their order; the city's own is 0. */
export function layersOf(manifest: CityPack['manifest'], departmentOf: (office: string) => DepartmentCode): readonly HeldLayer[] {
  const layers: (readonly [DepartmentCode | null, ManifestLayer])[] = [
    [null, manifest.allElements],
    ...manifest.offices.flatMap((office) => office.layers.map((layer) => [departmentOf(office.key), layer] as const)),
  ];
  return layers.map(([department, layer], ordinal) => ({
    key: layer.key,
    department,
    nameZh: layer.name.zh,
    nameEn: layer.name.en,
    partition: layer.partition,
    primary: layer.primary,
    idScheme: layer.idScheme,
    synthetic: layer.synthetic,
    ordinal,
    membersOf: layer.membersOf ?? null,
  }));
}
