import type { ByteSource } from '../byte-source.js';
import type { ByteCheck } from './byte-check.js';
import { ambiguous, type EncodingFault, markedOtherwise, mixed, undetected, withoutMark } from './encoding-faults.js';
import { type Encoding, markOf } from './encodings.js';
import { gb18030Check } from './gb18030-check.js';
import { ScriptWatch, Utf8LineWatch, type Watch, ZeroWatch } from './tell-tales.js';
import { utf8Check } from './utf8-check.js';
import { utf16Check } from './utf16-check.js';

const checks: Readonly<Record<Encoding, () => ByteCheck>> = {
  'utf-8': utf8Check,
  gb18030: gb18030Check,
  'utf-16le': () => utf16Check('le'),
  'utf-16be': () => utf16Check('be'),
};

/**
 * The encoding of a text, decided over all of its bytes before any of it is read: what its byte order mark says, else what is
 * declared, else UTF-8, else GB18030, each strictly. Throws `ENCODING_UNDETECTED` where no encoding, or more than one, fits.
 */
export async function encodingOf(source: ByteSource, declared?: Encoding): Promise<Encoding> {
  const mark = markOf(await headOf(source));
  if (mark !== null && (mark.encoding === 'utf-32' || mark.encoding !== (declared ?? mark.encoding))) {
    throw markedOtherwise(source, mark.encoding, declared);
  }
  const said = mark?.encoding ?? declared;
  if (said === undefined || said === 'utf-32') return unsaid(source);
  const fault = await faultIn(source, said, []);
  if (fault !== null) throw await undetected(source, [fault]);
  return said;
}

async function unsaid(source: ByteSource): Promise<Encoding> {
  const [zeros, script] = [new ZeroWatch(), new ScriptWatch()];
  const noUtf8 = await faultIn(source, 'utf-8', [zeros, script]);
  if (zeros.many) throw withoutMark(source);
  if (noUtf8 === null && !script.doubtful) return 'utf-8';
  const lines = new Utf8LineWatch();
  const noGb18030 = await faultIn(source, 'gb18030', [lines]);
  if (noUtf8 === null) {
    if (noGb18030 === null) throw ambiguous(source);
    return 'utf-8';
  }
  if (noGb18030 !== null) throw await undetected(source, [noUtf8, noGb18030]);
  lines.end();
  if (lines.found !== null) throw await mixed(source, noUtf8, lines.found);
  return 'gb18030';
}

/** The first bytes, as many as a byte order mark can have. */
async function headOf(source: ByteSource): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of source.read()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= 4) break;
  }
  return head;
}

async function faultIn(source: ByteSource, encoding: Encoding, watches: readonly Watch[]): Promise<EncodingFault | null> {
  const check = checks[encoding]();
  for await (const chunk of source.read()) {
    for (const watch of watches) watch.look(chunk);
    const offset = check.take(chunk);
    if (offset !== null) return { encoding, offset };
  }
  const offset = check.end();
  return offset === null ? null : { encoding, offset };
}
