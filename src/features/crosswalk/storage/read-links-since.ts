import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import { linkBases } from '../link-basis.js';
import { type LinkColumns, LinkColumnsBuilder, LinkRecords, type StoredLink } from '../model/link-columns.js';
import type { ReadBefore } from '../ports.js';
import { isLittleTouched, placesIn, type TouchedRow, touchedSql } from './changed-rows.js';
import { instantsOf, placed, uuidsOf } from './read-crosswalk.js';

const linksSql = `with ${placed} ${touchedSql('link', {
  columns: `source.nth as source, target.nth as target, link.basis, link.weight, link.inverse_weight as "inverseWeight",
            link.area_m2 as "areaM2", link.confidence, link.valid_from::text as "validFrom", link.valid_to::text as "validTo"`,
  from: 'link join place source on source.id = link.source_id join place target on target.id = link.target_id',
})}`;

type TouchedLink = TouchedRow & StoredLink;

/** The links of a model from those of one that was read before and the rows touched since; null where that cannot be told or is not worth it. */
export async function readLinksSince(sql: Sql, model: GridModel, before: ReadBefore): Promise<LinkColumns | null> {
  if (!(await isLittleTouched(sql, 'link', before))) return null;
  const rows = await sql.query<TouchedLink>(linksSql, [...instantsOf(model), uuidsOf(model), before.oldestOpen]);
  const touched = rows.filter((row) => row.isStanding !== null);
  const links = merged(model, before, touched);
  return links.size === rows[0]!.standing ? links : null;
}

function merged(model: GridModel, before: ReadBefore, touched: readonly TouchedLink[]): LinkColumns {
  const known = new LinkRecords(before.model.links.columns);
  const builder = new LinkColumnsBuilder(known.size + touched.length);
  const keyOf = (source: number, target: number, basis: number): number =>
    (source * model.units.length + target) * linkBases.length + basis;
  const gone = new Set(touched.map(({ source, target, basis }) => keyOf(source, target, linkBases.indexOf(basis))));
  const places = placesIn(model, before.model);
  for (let link = 0; link < known.size; link++) {
    const [source, target] = [places[known.source(link)]!, places[known.target(link)]!];
    if (source < 0 || target < 0 || gone.has(keyOf(source, target, known.basis(link)))) continue;
    builder.add({ ...known.linkAt(link), source, target });
  }
  for (const row of touched) if (row.isStanding) builder.add(row);
  return builder.columns();
}
