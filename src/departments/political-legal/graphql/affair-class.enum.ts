import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';

/** Declares the enum `AffairClass`. */
export const AffairClassEnum = wordEnum<NonNullable<PoliticalLegalMatterOwn['affairClass']>>({
  name: 'AffairClass',
  description:
    '综治业务类别，即 GB/T 31000-2015 的“9+X”。The class of a matter by the nine classes of GB/T 31000-2015 and the city’s own (9+X).',
  words: {
    ORGANISATIONS: '综治组织及综合业务。Safety organisations and general business.',
    POPULATION: '实有人口。Resident population, as affairs and never as persons.',
    SPECIAL_GROUPS:
      '特殊人群服务管理，仅限乡镇级以上的工作。Work for special groups; of township-level units and above alone, never of a place or a person.',
    YOUNG_PEOPLE:
      '重点青少年服务管理，仅限乡镇级以上的工作。Work for young people in need of care; of township-level units and above alone.',
    ENTERPRISES_AND_SOCIETIES: '非公有制经济组织和社会组织。Private and social organisations.',
    PUBLIC_ORDER: '社会治安。Public order.',
    DISPUTES: '矛盾纠纷排查化解。Disputes found and settled.',
    SCHOOL_SAFETY: '校园及周边安全。Safety of schools and around them.',
    RAILWAYS_AND_LINES: '护路护线。Protection of railways and lines.',
    LOCAL: '本地扩展（X）。A class of the city’s own (X).',
  },
});
