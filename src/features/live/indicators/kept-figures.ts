import { type Indicator, nameOf } from '../../statistics/index.js';

interface Kept {
  readonly figure: Indicator;
  /** The change with which it got its number. */
  readonly changedWith: number;
}

/**
 * The figures as they were read last, each with the change that it came with. Who knows them as of some change gets whatever changed later,
 * also what has changed back: it may know more than it was told of by this way.
 */
export class KeptFigures {
  readonly #kept = new Map<string, Kept>();
  #change = 0;

  /** How many readings have changed anything so far. */
  get change(): number {
    return this.#change;
  }

  /** All of them. */
  get all(): readonly Indicator[] {
    return this.changedAfter(-1);
  }

  /** Takes what was read; figures that are not among it stay. */
  take(figures: readonly Indicator[]): void {
    const isChanged = figures.map((figure) => !isSame(figure, this.#kept.get(nameOf(figure))?.figure));
    if (isChanged.includes(true)) this.#change += 1;
    figures.forEach((figure, place) => {
      const changedWith = isChanged[place] ? this.#change : this.#kept.get(nameOf(figure))!.changedWith;
      this.#kept.set(nameOf(figure), { figure, changedWith });
    });
  }

  /** Those that changed after a change. */
  changedAfter(change: number): readonly Indicator[] {
    return [...this.#kept.values()].filter(({ changedWith }) => changedWith > change).map(({ figure }) => figure);
  }
}

function isSame(figure: Indicator, known: Indicator | undefined): boolean {
  if (known === undefined) return false;
  return (
    figure.value === known.value &&
    figure.numerator === known.numerator &&
    figure.denominator === known.denominator &&
    figure.isSuppressed === known.isSuppressed
  );
}
