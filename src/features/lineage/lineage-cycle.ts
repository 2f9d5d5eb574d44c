import { CityError } from '../../kernel/city-error.js';
import { groupBy } from '../../kernel/group-by.js';

/** A step without its shares. */
export interface LineageEdge {
  readonly fromUuid: string;
  readonly toUuid: string;
}

/** A way from a unit back to itself, its first unit repeated at the end; null where there is none. A unit that only changes its name is no way. */
export function lineageCycle(edges: readonly LineageEdge[]): readonly string[] | null {
  const leading = groupBy(
    edges.filter(({ fromUuid, toUuid }) => fromUuid !== toUuid),
    ({ fromUuid }) => fromUuid,
  );
  const done = new Set<string>();
  for (const start of leading.keys()) {
    const cycle = cycleFrom(start, (uuid) => (leading.get(uuid) ?? []).map(({ toUuid }) => toUuid), done);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Walks depth first without recursion: a lineage may be longer than the stack is deep. */
function cycleFrom(start: string, next: (uuid: string) => readonly string[], done: Set<string>): readonly string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  const waiting: (readonly [uuid: string, isLeft: boolean])[] = [[start, false]];
  while (waiting.length > 0) {
    const [uuid, isLeft] = waiting.pop()!;
    if (isLeft) {
      path.pop();
      onPath.delete(uuid);
      done.add(uuid);
      continue;
    }
    if (onPath.has(uuid)) return [...path.slice(path.indexOf(uuid)), uuid];
    if (done.has(uuid)) continue;
    path.push(uuid);
    onPath.add(uuid);
    waiting.push([uuid, true], ...next(uuid).map((to) => [to, false] as const));
  }
  return null;
}

/** The refusal of steps by which a unit would be its own ancestor; `path` names the units by their ids. */
export function cycleRefused(path: readonly string[]): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `lineage: expected successors that never lead back, got the cycle ${path.join(' → ')}.`,
    messageZh: `沿革：后继不得回到前身，收到循环 ${path.join(' → ')}。`,
    hint: 'A local id that is used again after it was retired is another unit: give it a new generation.',
    details: { reason: 'LINEAGE_CYCLE', path },
  });
}
