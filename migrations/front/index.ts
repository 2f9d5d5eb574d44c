import { CreateFront1795000000001 } from './1795000000001-create-front.js';
import { CreateSealedPart1795000000011 } from './1795000000011-create-sealed-part.js';
import { KeepProvenance1795000000012 } from './1795000000012-keep-provenance.js';
import { CreateInbound1795000000013 } from './1795000000013-create-inbound.js';
import { CreateOutbound1795000000014 } from './1795000000014-create-outbound.js';
import { ClearHomeQuarantine1795000000029 } from './1795000000029-clear-home-quarantine.js';

/** What every front database gets before its office's own migrations, in order. */
export const frontMigrations = [
  CreateFront1795000000001,
  CreateSealedPart1795000000011,
  KeepProvenance1795000000012,
  CreateInbound1795000000013,
  CreateOutbound1795000000014,
  ClearHomeQuarantine1795000000029,
];
