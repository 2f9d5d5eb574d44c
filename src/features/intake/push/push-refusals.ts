import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, LayerKey } from '../../../kernel/ids.js';
import type { HeldLayer } from '../../grids/index.js';
import type { ObjectRow } from './object-rows.js';

/** The most rows that one push may bring. */
export const mostPushed = 1_000;

/** Passes a push of 1 to 1,000 rows; throws `BAD_USER_INPUT` otherwise. */
export function refuseBadSize({ rows }: { readonly rows: readonly ObjectRow[] }): void {
  if (rows.length >= 1 && rows.length <= mostPushed) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `rows: expected 1 to ${mostPushed} rows, got ${rows.length}.`,
    messageZh: `rows：应为 1 到 ${mostPushed} 行，收到 ${rows.length} 行。`,
    hint: 'Send the others in further pushes, each under a key of its own.',
  });
}

/** Refuses an office that is none of this city's. */
export function refusePushOf(department: DepartmentCode): never {
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `department: expected an office of this city, got ${department}.`,
    messageZh: `department：应为本市接入的部门，收到 ${department}。`,
  });
}

/** Refuses a layer that is not the office's. */
export function unknownLayer(key: LayerKey, layers: readonly HeldLayer[], department: DepartmentCode): CityError {
  const own = layers.filter((layer) => layer.department === department).map((layer) => layer.key);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `layer: expected one of ${own.join(', ')}, got ${key}.`,
    messageZh: `layer：应为 ${own.join('、')} 之一，收到 ${key}。`,
    details: { allowed: own },
  });
}

/** Refuses while an import writes to the same front database. */
export function underImport(department: DepartmentCode): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `Expected no import of ${department} to be under way; one is.`,
    messageZh: `部门 ${department} 正在导入。`,
    hint: 'Send the same push again, with the same idempotency key, when it has ended.',
    details: { department },
  });
}

/** Refuses a key whose first push the front database has taken although the index did not hear of it. */
export function reusedKey(key: string): CityError {
  return new CityError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: `idempotencyKey: ${JSON.stringify(key)} was already used with other rows.`,
    messageZh: `idempotencyKey：${JSON.stringify(key)} 已用于另一批数据。`,
    hint: 'Take a new key for other rows.',
  });
}

/** Refuses to answer again what is no longer known. */
export function noReceipt(key: string): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `idempotencyKey: ${JSON.stringify(key)} was used so long ago that its outcomes are not kept any more; nothing was written now.`,
    messageZh: `idempotencyKey：${JSON.stringify(key)} 使用已久，结果不再保留；本次未写入任何内容。`,
    hint: 'Send the rows under a new key: what did not change stays as it is.',
  });
}
