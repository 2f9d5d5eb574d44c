/** The columns of a step, for `select`, from the row of `unit_lineage` called `row`. */
export function stepColumns(row: string): string {
  return `${row}.id as uuid, ${row}.kind, ${row}.basis, ${row}.from_id as "fromUuid", ${row}.to_id as "toUuid", ${row}.weight,
    ${row}.inverse_weight as "inverseWeight", ${row}.effective_on::text as "effectiveOn", ${row}.redraw_id as "redrawUuid", ${row}.document,
    ${row}.subject, ${row}.role, ${row}.organisation_id as "organisationUuid", ${row}.recorded_from as "recordedFrom"`;
}
