/** The encodings that a text file may have; GB18030 holds GBK and GB 2312. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/** One of {@link encodings}. */
export type Encoding = (typeof encodings)[number];

/** What the first bytes of a file say of its encoding. */
export interface ByteOrderMark {
  readonly encoding: Encoding | 'utf-32';
  readonly bytes: readonly number[];
}

// UTF-32LE begins like UTF-16LE and is therefore looked for first.
const marks: readonly ByteOrderMark[] = [
  { encoding: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** The byte order mark at the beginning of a file; null where it has none. */
export function markOf(head: Uint8Array): ByteOrderMark | null {
  return marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte)) ?? null;
}
