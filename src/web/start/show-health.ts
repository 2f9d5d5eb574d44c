import { part } from './part.js';
import type { Health } from './read-health.js';

const words: Readonly<Record<Health, string>> = {
  READY: '● 就绪 Ready',
  NOT_READY: '◐ 尚未就绪 Not ready',
  AWAY: '○ 无法连接 Out of reach',
};

/** Shows the state by word and shape, not by colour alone. */
export function showHealth(health: Health): void {
  const place = part('health');
  place.textContent = words[health];
  place.dataset['health'] = health;
}
