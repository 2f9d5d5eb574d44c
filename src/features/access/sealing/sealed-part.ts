/** What of a matter is nobody's but its office's: who petitioned or reported, and in which words. */
export interface SealedPart {
  readonly name: string | null;
  readonly contact: string | null;
  readonly idNumber: string | null;
  readonly address: string | null;
  /** The title in the words of whoever wrote it, where one was made in its place; null where none was. */
  readonly title: string | null;
  readonly text: string | null;
}

/** What a sealed part belongs to: a matter of the office's own register by local id, or a report by its uuid. */
export interface SealedKey {
  readonly kind: 'MATTER' | 'REPORT';
  readonly key: string;
}

/** How a key is written into what is sealed, and where one text must name it. */
export function sealedKeyText({ kind, key }: SealedKey): string {
  return `${kind}/${key}`;
}

/** Whether anything of it was given. */
export function holdsAnything(part: SealedPart): boolean {
  return Object.values(part).some((value) => value !== null);
}
