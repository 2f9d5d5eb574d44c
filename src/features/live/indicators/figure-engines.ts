import type { Scope } from '../../../kernel/scope.js';
import type { IndicatorWish } from '../../statistics/index.js';
import { type EngineParts, FigureEngine } from './figure-engine.js';

/** An engine for as long as its holder needs it. */
export interface EngineLease {
  readonly engine: FigureEngine;
  /** A second call does nothing. */
  release(): void;
}

/** The engines of this process: one for each division and set of rights that somebody follows. */
export class FigureEngines {
  readonly #parts: EngineParts;
  readonly #running = new Map<string, { readonly engine: FigureEngine; holders: number }>();

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /** How many run. */
  get size(): number {
    return this.#running.size;
  }

  lease(wish: IndicatorWish, scope: Scope): EngineLease {
    const key = JSON.stringify([wish.division, wish.askedBy, scope.key]);
    const running = this.#running.get(key) ?? { engine: new FigureEngine(this.#parts, wish, scope), holders: 0 };
    this.#running.set(key, running);
    running.holders += 1;
    let isHeld = true;
    return {
      engine: running.engine,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        running.holders -= 1;
        if (running.holders > 0) return;
        this.#running.delete(key);
        running.engine.stop();
      },
    };
  }
}
