import type { LayerKey } from '../../../../kernel/ids.js';
import type { ManifestFile } from '../../city-pack/manifest.js';
import type { RunFinding } from '../../runs/run-finding.js';
import { shiftedDatum } from './datums.js';

/** Tells that the places of a file were converted because it was declared so (of points under no layer); none for files that are taken as they are. */
export function datumConverted(layerKey: LayerKey | null, file: ManifestFile): readonly RunFinding[] {
  const datum = shiftedDatum(file.datum);
  if (datum === null) return [];
  return [
    {
      kind: 'DATUM_CONVERTED',
      layerKey,
      localId: null,
      message: `The places in ${file.path} were converted from ${datum}, as declared. Have the file exported in CGCS2000 where that can be had.`,
      messageZh: `${file.path} 中的坐标已按声明由 ${datum} 转换；如有条件，请以 CGCS2000 导出。`,
      measures: { file: file.path, datum },
    },
  ];
}
