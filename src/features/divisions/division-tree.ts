import type { DivisionCode } from '../../kernel/ids.js';
import type { Division } from './division.js';

/** The divisions of one day as a tree; immutable. */
export class DivisionTree {
  readonly #byCode: ReadonlyMap<DivisionCode, Division>;
  readonly #children: ReadonlyMap<DivisionCode, readonly Division[]>;

  /** Takes the divisions that are valid on one day, at most one of each code. */
  constructor(divisions: readonly Division[]) {
    this.#byCode = new Map(divisions.map((division) => [division.code, division]));
    const children = new Map<DivisionCode, Division[]>();
    for (const division of divisions) {
      if (division.parentCode === null) continue;
      const siblings = children.get(division.parentCode) ?? [];
      siblings.push(division);
      children.set(division.parentCode, siblings);
    }
    this.#children = children;
  }

  /** The division of a code, or null where there is none on that day. */
  find(code: DivisionCode): Division | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The divisions directly below, in the order of the register. */
  childrenOf(code: DivisionCode): readonly Division[] {
    return this.#children.get(code) ?? [];
  }

  /** The division itself and all above it, lowest first. */
  pathOf(code: DivisionCode): readonly Division[] {
    const path: Division[] = [];
    for (let next = this.find(code); next; next = next.parentCode === null ? null : this.find(next.parentCode)) path.push(next);
    return path;
  }

  /** The code itself and the codes of everything below it. */
  codesWithin(code: DivisionCode): readonly DivisionCode[] {
    if (!this.#byCode.has(code)) return [];
    return [code, ...this.childrenOf(code).flatMap((child) => this.codesWithin(child.code))];
  }

  /** Every division of the day. */
  all(): readonly Division[] {
    return [...this.#byCode.values()];
  }
}
