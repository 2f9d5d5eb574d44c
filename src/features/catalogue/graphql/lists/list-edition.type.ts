import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../../graphql/connection.js';
import { DateScalar, DateTimeScalar, DivisionCodeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { ListEdition, ListItem, ListKind } from '../../list.js';

/** The enum `CatalogueListKind`. */
export const ListKindEnum = wordEnum<ListKind>({
  name: 'CatalogueListKind',
  description: '治理清单的种类。The lists that govern.',
  words: {
    ADMISSION: '网格事项准入清单：可交网格员办的事项。The admission list: what grid staff may be asked to do.',
    WHISTLE: '“吹哨”事项清单：乡镇（街道）可吹哨召集部门的事项。The whistle list: what departments may be called together for.',
    DUTY: '“报到”职责清单：谁须应哨。The duty list: who must answer such a call.',
  },
});

/** Declares a line of a list. */
@ObjectType('CatalogueListItem', {
  description:
    '清单的一条：对某类别及其下各级类别有效，列出后不再改动。A line of a list: it speaks of a category and all below it, and never changes.',
})
export class ListItemType implements Omit<ListItem, 'uuid' | 'category' | 'organisationUuid'> {
  @Field(() => IdScalar, { description: '编号，下一版取消此条时用。The id, by which the next edition may retire it.' })
  id!: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: '所及行政区划（含其下）；全市则为 null。The division that it is about, with all below; null for the whole city.',
  })
  divisionCode!: string | null;

  @Field(() => String, {
    description: '要求：对网格员的要求、吹哨事由，或应哨单位的职责。What is asked of grid staff, of the call, or of the organisation.',
  })
  task!: string;

  @Field(() => String, { nullable: true, description: '依据文号。The document it rests on.' })
  document!: string | null;

  @Field(() => Boolean, { description: '是否临时事项（必有截止日期）。Whether it is temporary, and so always with an end.' })
  temporary!: boolean;

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer in force on this day.' })
  validTo!: string | null;
}

/** Declares an edition of a list. */
@ObjectType('CatalogueEdition', {
  description: '清单的一版：自起始日起施行，至下一版施行之日止。An edition of a list: in force from its day until the next edition’s.',
})
export class ListEditionType implements Omit<ListEdition, 'uuid' | 'items'> {
  @Field(() => IdScalar, { description: '编号。The id.' })
  id!: string;

  @Field(() => ListKindEnum, { description: '哪种清单。Which list.' })
  kind!: ListKind;

  @Field(() => Int, { description: '版次，自 1 起。The number, from 1.' })
  number!: number;

  @Field(() => DateScalar, { description: '自此日起施行（含）。In force from this day.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '下一版施行之日；尚无下一版则为 null。The day on which the next edition takes its place; null while there is none.',
  })
  effectiveTo!: string | null;

  @Field(() => String, { description: '公布文号。The document by which it was published.' })
  document!: string;

  @Field(() => DateTimeScalar, { description: '平台自此时起知道。Known to the platform since.' })
  recordedFrom!: Date;
}

/** The connection `CatalogueEditionConnection`. */
export const ListEditionConnection = connectionType<ListEdition>(
  { name: 'CatalogueEdition', zh: '清单版次', en: 'editions of a list' },
  () => ListEditionType,
);

/** The connection `CatalogueListItemConnection`. */
export const ListItemConnection = connectionType<ListItem>(
  { name: 'CatalogueListItem', zh: '清单条目', en: 'lines of a list' },
  () => ListItemType,
);
