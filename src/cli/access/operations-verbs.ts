import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Pinned, PinnedDocument } from '../../features/access/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { tableLines } from '../table.js';
import { operator } from './operator.js';

/** Whose documents are meant, and how output is asked for. */
export interface OperationsFlags {
  readonly subject?: string;
  readonly json: boolean;
}

/** Which of several that pinned a text is meant. */
export interface WhoseFlags extends OperationsFlags {
  readonly everybody: boolean;
}

/** Pins the documents of files and prints their ids; a running platform answers them within a second. */
export async function addOperationsVerb(files: readonly string[], { subject, json }: OperationsFlags, on: OnPlatform): Promise<void> {
  const documents = await Promise.all(files.map(documentIn));
  await on(async ({ pins }) => {
    const done = await pins.desk.add(documents, subject ?? null, operator());
    for (const one of done) {
      if (json) sayJson({ ...shown(one.pinned), cost: one.cost, isNew: one.isNew });
      else say([addedLine(one)]);
    }
  });
}

/** Prints the pinned documents. */
export async function listOperationsVerb({ subject, json }: OperationsFlags, on: OnPlatform): Promise<void> {
  await on(async ({ pins }) => {
    const wanted = (await pins.desk.all()).filter((pinned) => subject === undefined || pinned.subject === subject);
    if (json) for (const pinned of wanted) sayJson(shown(pinned));
    else say(pinLines(wanted));
  });
}

/** Removes a pinned document; a running platform knows it no longer within a second. */
export async function removeOperationVerb(id: string, { subject, everybody, json }: WhoseFlags, on: OnPlatform): Promise<void> {
  await on(async ({ pins }) => {
    const pinned = await pins.desk.remove(id, everybody ? null : subject, operator());
    if (json) sayJson(shown(pinned));
    else say([`${pinned.id} (${pinned.name}) of ${ownerOf(pinned)} is removed.`]);
  });
}

async function documentIn(file: string): Promise<{ readonly name: string; readonly text: string }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `${file}: expected a file that can be read.`,
      messageZh: `${file}：无法读取该文件。`,
      cause,
    });
  });
  return { name: basename(file).replace(/\.(graphql|gql)$/, ''), text };
}

function addedLine({ pinned, cost, isNew }: Pinned): string {
  return `${pinned.id}  ${pinned.name} ${isNew ? 'is pinned' : 'was pinned before'} for ${ownerOf(pinned)}; it costs ${cost} of the objects that an answer may hold.`;
}

function pinLines(pinned: readonly PinnedDocument[]): readonly string[] {
  if (pinned.length === 0) return ['No pinned document.'];
  return tableLines(
    ['id', 'name', 'subject', 'added', 'by'].map((heading) => ({ heading })),
    pinned.map((one) => [one.id, one.name, ownerOf(one), one.addedAt.toISOString().slice(0, 10), one.addedBy]),
  );
}

const ownerOf = ({ subject }: PinnedDocument): string => subject ?? 'everybody';

function shown({ text: _text, ...pinned }: PinnedDocument): object {
  return pinned;
}
