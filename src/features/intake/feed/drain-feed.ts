import type { ChangeFeed, Changes, FeedKind, OfficeFront } from '../ports.js';
import type { Report } from '../runs/progress.js';
import { noChanges } from './changes.js';
import type { FeedApplier } from './feed-applier.js';

/** Takes all that waits of one kind in an office's feed into the index, and tells how far it is. */
export async function drainFeed(
  { feed, applier }: { readonly feed: ChangeFeed; readonly applier: FeedApplier },
  { front, kind, report }: { readonly front: OfficeFront; readonly kind: FeedKind; readonly report: Report },
): Promise<Changes> {
  const total = (await feed.waiting(front.sql)).get(kind)?.rows ?? 0;
  if (total === 0) return noChanges;
  const stage = `${front.department.key} → index: ${kind.toLowerCase()}s`;
  let done = 0;
  const { changes } = await applier.drain(front, kind, ({ rows }) => report({ stage, done: (done += rows), total }));
  return changes;
}
