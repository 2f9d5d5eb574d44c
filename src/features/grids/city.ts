import type { Box } from '../../geometry/box.js';
import type { DivisionCode } from '../../kernel/ids.js';

/** The city a platform serves. */
export interface City {
  readonly code: DivisionCode;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly timeZone: string;
  readonly noticeZh: string | null;
  readonly noticeEn: string | null;
  /** `cn-2-2-2-3-3` where codes have levels to read, `opaque` elsewhere. */
  readonly divisionScheme: 'cn-2-2-2-3-3' | 'opaque';
  /** Degrees, EPSG:4326; everything of the city lies within. */
  readonly bounds: Box;
}
