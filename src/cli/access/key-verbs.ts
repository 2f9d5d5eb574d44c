import type { Platform } from '../../compose.js';
import { type AccessKey, isLive, type MadeKey, type RoleAct } from '../../features/access/index.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { tableLines } from '../table.js';
import { actsAsArgument, type ActsAsFlags } from './acts-as-flags.js';
import { lifeSpan } from './life-span.js';
import { operator } from './operator.js';

/** How output is asked for. */
export interface JsonFlag {
  readonly json: boolean;
}

/** How a key is asked for. */
export interface CreateKeyFlags extends ActsAsFlags, JsonFlag {
  readonly acts?: readonly string[];
  readonly networks?: readonly string[];
  readonly ttl: string;
}

/** Makes a key and prints it, once. */
export async function createKeyVerb(flags: CreateKeyFlags, on: OnPlatform): Promise<void> {
  await on(async (platform) => {
    const rights = { acts: actsArgument(flags.acts), networks: flags.networks ?? [] };
    const wish = { ...actsAsArgument(flags, platform), ...rights, expiresAt: endOf(flags.ttl, platform) };
    tellMade(await platform.keys.cabinet.create(wish, operator()), flags);
  });
}

/** Prints the keys that count, or all there ever were. */
export async function listKeysVerb({ all, json }: JsonFlag & { readonly all: boolean }, on: OnPlatform): Promise<void> {
  await on(async ({ keys, clock }) => {
    const now = clock.now();
    const wanted = (await keys.cabinet.all()).filter((key) => all || isLive(key, now));
    if (json) for (const key of wanted) sayJson({ ...shown(key), state: stateOf(key, now) });
    else say(keyLines(wanted, now));
  });
}

/** The acts as they are called; which of them the role may is judged where the key is made. */
function actsArgument(given: readonly string[] | undefined): readonly RoleAct[] | null {
  return given === undefined ? null : (given.map((act) => act.toUpperCase()) as readonly string[] as readonly RoleAct[]);
}

/** Makes a second key like an old one, and prints it, once. */
export async function rotateKeyVerb(id: string, flags: JsonFlag & { readonly ttl: string }, on: OnPlatform): Promise<void> {
  await on(async (platform) => {
    tellMade(await platform.keys.cabinet.rotate(id, endOf(flags.ttl, platform), operator()), flags);
    if (!flags.json) process.stderr.write(`Revoke the old one when it is no longer used: npx allgrid key revoke ${id}\n`);
  });
}

/** Revokes a key; its sockets end within a second. */
export async function revokeKeyVerb(id: string, { json }: JsonFlag, on: OnPlatform): Promise<void> {
  await on(async ({ keys }) => {
    const { key } = await keys.cabinet.revoke(id, operator());
    if (json) sayJson(shown(key));
    else say([`${id} of ${key.subject} is revoked.`]);
  });
}

/** The keys as a table. */
export function keyLines(keys: readonly AccessKey[], now: Date): readonly string[] {
  if (keys.length === 0) return ['No key.'];
  const headings = ['id', 'subject', 'role', 'office', 'divisions', 'acts', 'networks', 'expires', 'state'];
  const row = (key: AccessKey): readonly string[] => [
    ...[key.id, key.subject, key.role, key.department ?? '–', key.divisions.join(' ')],
    ...[key.acts?.join(' ') ?? 'all', key.networks.join(' ') || 'any', key.expiresAt?.toISOString().slice(0, 10) ?? 'never'],
    stateOf(key, now),
  ];
  return tableLines(
    headings.map((heading) => ({ heading })),
    keys.map(row),
  );
}

function endOf(ttl: string, { clock }: Pick<Platform, 'clock'>): Date | null {
  return ttl === 'never' ? null : new Date(clock.now().getTime() + lifeSpan(ttl) * 1000);
}

function tellMade({ key, text }: MadeKey, { json }: JsonFlag): void {
  if (json) {
    sayJson({ key: text, ...shown(key) });
    return;
  }
  // The key alone on standard output, so that a shell can take it.
  say([text]);
  process.stderr.write(`${key.id} of ${key.subject} (${key.role}). It is shown this once; only a hash of it is kept.\n`);
}

function stateOf(key: AccessKey, now: Date): string {
  if (key.revokedAt !== null) return 'REVOKED';
  return isLive(key, now) ? 'LIVE' : 'EXPIRED';
}

function shown({ secretHash: _hash, ...key }: AccessKey): object {
  return key;
}
