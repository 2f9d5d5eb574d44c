import type { StepEffect } from '../steps/step.js';
import { dispatch, type DispatchParts } from './dispatch-matter.js';
import { refuseMatter } from './refuse-matter.js';
import { whistle } from './whistle.js';

/** What the steps do besides state and clocks that decide who handles a matter, or that nobody shall. */
export function dispatchingEffects(parts: DispatchParts): Readonly<Record<string, StepEffect>> {
  return { dispatchMatter: dispatch(parts), blowWhistle: whistle(parts), refuseMatter: refuseMatter(parts) };
}
