import type { ByteSource } from './byte-source.js';
import { encodingOf } from './encoding/detect-encoding.js';
import type { Encoding } from './encoding/encodings.js';
import { fileFault } from './file-fault.js';

/** The text of a file piece by piece, its encoding found first; `declared` is taken at its word and then held to it. */
export async function* readText(source: ByteSource, declared?: Encoding): AsyncGenerator<string> {
  yield* decoded(source, await encodingOf(source, declared));
}

/** The text of a file whose encoding was found before, without a byte order mark. */
export async function* decoded(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of source.read()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (thrown) {
    throw (thrown as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? changedMeanwhile(source.name, thrown) : thrown;
  }
}

/** The error of a file whose bytes are others than when it was opened. */
export function changedMeanwhile(file: string, cause?: unknown): Error {
  return fileFault({
    file,
    message: 'expected the same bytes at both readings, the file was changed in between.',
    messageZh: '两次读取的内容应相同，文件在读取期间被改动。',
    hint: 'Send the file again once it is complete.',
    cause,
  });
}
