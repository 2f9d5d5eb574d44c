import type { ListItem } from '../../list.js';

/** A line as a statement answers it. */
export interface ItemRow extends Omit<ListItem, 'category'> {
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
}

/** The columns of an {@link ItemRow}, of a row called `item`. */
export const itemColumns = `item.id as uuid, item.standard, item.category_kind as "categoryKind", item.category_code as "categoryCode",
  item.division_code as "divisionCode", item.organisation_id as "organisationUuid", item.task, item.document, item.temporary,
  item.valid_from::text as "validFrom", item.valid_to::text as "validTo"`;

/** The line of a row. */
export function itemOf({ uuid, standard, categoryKind, categoryCode, ...row }: ItemRow): ListItem {
  const { divisionCode, organisationUuid, task, document, temporary, validFrom, validTo } = row;
  return {
    uuid,
    category: { standard, kind: categoryKind, code: categoryCode },
    ...{ divisionCode, organisationUuid, task, document, temporary, validFrom, validTo },
  };
}
