import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { BuiltFile } from './built-file.js';
import { BuiltFolder } from './built-folder.js';
import { type PageMount, pageMounts } from './page-mounts.js';
import { sendFile } from './send-file.js';
import { notBuilt, notFound, onlyReadable, sendRefusal } from './send-refusal.js';

/** Answers a request, or leaves it alone and says `false`. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Where the built pages lie and where they appear. */
export interface PagesHandlerOptions {
  /** Folder that holds one folder a page, e.g. `dist/web`. */
  readonly root: string;
  /** Our own pages when left out. */
  readonly mounts?: readonly PageMount[];
}

/**
 * Makes the handler of all pages. Under the mount `/` it leaves unknown paths to others; under every other mount it
 * answers 404 itself. A mount without its last `/` is redirected, relatively, so that a proxy may put a prefix before it.
 */
export function pagesHandler({ root, mounts = pageMounts }: PagesHandlerOptions): PagesHandler {
  const rooms = [...mounts]
    .sort((one, other) => other.path.length - one.path.length)
    .map((mount) => ({ mount, folder: new BuiltFolder(join(root, mount.folder)) }));

  return async (request, response) => {
    const path = pathOf(request);
    const bare = rooms.find(({ mount }) => path === mount.path.slice(0, -1) && path !== '');
    if (bare) return redirectInto(bare.mount, request, response);
    const room = rooms.find(({ mount }) => path.startsWith(mount.path));
    if (!room) return false;
    const inside = path.slice(room.mount.path.length) || 'index.html';
    const files = await room.folder.files();
    const file = files?.get(inside);
    if (!file && room.mount.path === '/' && inside !== 'index.html') return false;
    await answer({ isBuilt: files !== null, file }, request, response);
    return true;
  };
}

async function answer(
  found: { readonly isBuilt: boolean; readonly file: BuiltFile | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') sendRefusal(onlyReadable, response);
  else if (!found.isBuilt) sendRefusal(notBuilt, response);
  else if (!found.file) sendRefusal(notFound, response);
  else await sendFile(found.file, request, response);
}

function redirectInto(mount: PageMount, request: IncomingMessage, response: ServerResponse): true {
  const query = /\?.*$/.exec(request.url ?? '')?.[0] ?? '';
  response.writeHead(308, { Location: `${lastPart(mount.path)}/${query}`, 'Cache-Control': 'no-cache' }).end();
  return true;
}

function lastPart(path: string): string {
  return path.split('/').at(-2) ?? '';
}

// Decoded once and never resolved: `..` stays as it came and is in no list.
function pathOf(request: IncomingMessage): string {
  const raw = (request.url ?? '/').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
