import { wordEnum } from '../../../graphql/word-enum.js';
import type { CivilCommunityOwn } from '../own-fields.js';

/** Declares the enum `CommitteeKind`. */
export const CommitteeKindEnum = wordEnum<NonNullable<CivilCommunityOwn['committeeKind']>>({
  name: 'CommitteeKind',
  description: '基层群众性自治组织的类型。The kind of a committee.',
  words: {
    RESIDENTS: '居民委员会。A residents’ committee.',
    VILLAGERS: '村民委员会。A villagers’ committee.',
  },
});
