import type { ByteSource } from '../byte-source.js';
import { fileFault } from '../file-fault.js';
import type { Encoding } from './encodings.js';

/** The first byte of a file that breaks an encoding. */
export interface EncodingFault {
  readonly encoding: Encoding;
  readonly offset: number;
}

const names: Readonly<Record<Encoding | 'utf-32', string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'utf-32': 'UTF-32',
};

const saveAgain = 'Save the file as UTF-8 (CSV UTF-8 in a spreadsheet) and send it again.';

/** The error of a file that is in none of the encodings that were tried. */
export async function undetected(source: ByteSource, faults: readonly EncodingFault[]): Promise<Error> {
  const places = await Promise.all(
    faults.map(async ({ encoding, offset }) => ({ encoding, offset, line: await lineAt(source, encoding, offset) })),
  );
  const at = ({ offset, line }: { offset: number; line: number | null }): string =>
    line === null ? `byte ${offset}` : `byte ${offset} (line ${line})`;
  const atZh = ({ offset, line }: { offset: number; line: number | null }): string =>
    line === null ? `第 ${offset} 字节` : `第 ${offset} 字节（第 ${line} 行）`;
  const tried = faults.map(({ encoding }) => names[encoding]);
  return fault(source, {
    message: `expected ${tried.join(' or ')} throughout, but ${places.map((place) => `${at(place)} is no ${names[place.encoding]}`).join(' and ')}.`,
    messageZh: `应全文为 ${tried.join(' 或 ')} 编码，但${places.map((place) => `${atZh(place)}不是 ${names[place.encoding]}`).join('，')}。`,
    hint: `Look at these lines: they may have been pasted from another system. ${saveAgain}`,
    details: { tried, places },
  });
}

/** The error of a file that is GB18030 only because any bytes are: a line of it is UTF-8. */
export async function mixed(source: ByteSource, noUtf8: EncodingFault, utf8Line: number): Promise<Error> {
  const [other, line] = [await lineAt(source, 'utf-8', noUtf8.offset), await lineAt(source, 'gb18030', utf8Line)];
  return fault(source, {
    message: `expected one encoding throughout, but line ${line} is UTF-8 and line ${other} (byte ${noUtf8.offset}) is no UTF-8, only GB18030.`,
    messageZh: `应全文为同一编码，但第 ${line} 行为 UTF-8，第 ${other} 行（第 ${noUtf8.offset} 字节）不是 UTF-8，只能是 GB18030。`,
    hint: `Look at these lines: they may have been pasted from another system. ${saveAgain} If all of it is GB18030, declare that.`,
    details: { tried: [names['utf-8'], names.gb18030], utf8Line: line, otherLine: other, offset: noUtf8.offset },
  });
}

/** The error of a file that is right in two encodings. */
export function ambiguous(source: ByteSource): Error {
  return fault(source, {
    message: 'expected one encoding that fits, but the file is UTF-8 without any Chinese character as well as GB18030.',
    messageZh: '应只合一种编码，但文件既可作不含汉字的 UTF-8，也可作 GB18030。',
    hint: `Declare the encoding, or: ${saveAgain}`,
    details: { tried: [names['utf-8'], names.gb18030] },
  });
}

/** The error of a file that is full of zero bytes. */
export function withoutMark(source: ByteSource): Error {
  return fault(source, {
    message: 'expected text, met many zero bytes: UTF-16 without a byte order mark, or no text at all.',
    messageZh: '应为文本，却有大量零字节：可能是没有 BOM 的 UTF-16，或不是文本。',
    hint: `${saveAgain} If it is UTF-16, declare which of the two.`,
    details: { tried: [names['utf-8']] },
  });
}

/** The error of a byte order mark that cannot be read, or says otherwise than was declared. */
export function markedOtherwise(source: ByteSource, marked: Encoding | 'utf-32', declared: Encoding | undefined): Error {
  const expected = declared === undefined ? 'UTF-8, UTF-16 or GB18030' : `${names[declared]} as declared`;
  return fault(source, {
    message: `expected ${expected}, got a byte order mark of ${names[marked]}.`,
    messageZh: `${declared === undefined ? '应为 UTF-8、UTF-16 或 GB18030' : `声明的编码为 ${names[declared]}`}，文件的 BOM 却为 ${names[marked]}。`,
    hint: declared === undefined ? saveAgain : 'Leave the declaration out, or correct it.',
    details: { marked: names[marked] },
  });
}

interface Told {
  readonly message: string;
  readonly messageZh: string;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function fault(source: ByteSource, told: Told): Error {
  return fileFault({ file: source.name, code: 'ENCODING_UNDETECTED', ...told });
}

/** The line, from 1, on which a byte stands; null in UTF-16, where bytes alone do not tell lines. */
async function lineAt(source: ByteSource, encoding: Encoding, offset: number): Promise<number | null> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return null;
  let [line, at, afterReturn] = [1, 0, false];
  for await (const chunk of source.read()) {
    for (const byte of chunk.subarray(0, offset - at)) {
      if (byte === 13 || (byte === 10 && !afterReturn)) line += 1;
      afterReturn = byte === 13;
    }
    at += chunk.length;
    if (at >= offset) break;
  }
  return line;
}
