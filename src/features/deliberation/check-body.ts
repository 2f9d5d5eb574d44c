import { CityError } from '../../kernel/city-error.js';
import type { Deliberation } from './deliberation.js';
import type { DecidingBody } from './ports.js';

/** Passes where a body is the committee of the community that a deliberation lies in; throws `FORBIDDEN` otherwise. */
export function checkBody({ name, kind, level, divisionCode }: DecidingBody, deliberation: Pick<Deliberation, 'divisionCode'>): void {
  if (kind === 'COMMITTEE' && level === 'COMMUNITY' && divisionCode === deliberation.divisionCode) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `organisation: expected the committee of ${deliberation.divisionCode}, got ${name} (${kind}, ${level}, ${divisionCode ?? 'nowhere'}).`,
    messageZh: `organisation：应为 ${deliberation.divisionCode} 的居（村）民委员会，收到 ${name}（${kind}、${level}、${divisionCode ?? '无区划'}）。`,
    hint: 'The community that the grid lies in decides (社区决事).',
    details: { divisionCode: deliberation.divisionCode },
  });
}
