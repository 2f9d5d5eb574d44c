/** A stream of choices that is the same for the same seed. */
export interface SeededRandom {
  /** 0 ≤ n < 1. */
  next(): number;
  /** Up to `size` different members, in the order of the list. */
  sample<Member>(members: readonly Member[], size: number): readonly Member[];
}

/** Mulberry32: small, even enough for sampling. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    sample: (members, size) => {
      const left = [...members.keys()];
      const chosen = Array.from({ length: Math.min(size, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
      return chosen.sort((a, b) => a - b).map((place) => members[place]!);
    },
  };
}
