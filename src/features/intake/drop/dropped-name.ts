import { displayName } from '../files/display-name.js';

/** A name in a folder: its bytes, by which it is found, and the text that is safe to show and to give to a file of our own. */
export interface DroppedName {
  readonly raw: Buffer;
  readonly name: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');
const mostBytes = 180;

/** Reads a name as UTF-8, or else as GB 18030 (archives from offices bring such), cut so that something may stand before and behind it. */
export function droppedName(raw: Buffer): DroppedName {
  return { raw, name: shortened(displayName(decoded(raw).replaceAll('/', '_'))) };
}

/** Whether a name says that its file is not for us, or not yet: hidden, half-written by a common program, or a mark of our own. */
export function isPassedOver(name: string): boolean {
  return /^[.~]|~$|\.(part|tmp|crdownload|filepart|download|swp|done)$|\.report\.csv$/i.test(name);
}

/** The name of the mark that says that a file is whole. */
export const markOf = ({ raw }: DroppedName): Buffer => Buffer.concat([raw, Buffer.from('.done')]);

/** What files have in common that belong together: a layer's rows and its boundaries, by their names without ending, number or date. */
export function kinOf(name: string): string {
  return name
    .replace(/(\.(csv|xlsx|geojson|json|gz))+$/i, '')
    .replace(/[-_ ]?[\d-]+$/, '')
    .replace(/(-boundaries|边界)$/i, '')
    .toLowerCase();
}

function decoded(raw: Buffer): string {
  try {
    return utf8.decode(raw);
  } catch {
    return gb18030.decode(raw);
  }
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const ending = /(\.[a-z]{1,8}){1,2}$/i.exec(name)?.[0] ?? '';
  let stem = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(stem.join('')) > mostBytes - ending.length) stem = stem.slice(0, -1);
  return stem.join('') + ending;
}
