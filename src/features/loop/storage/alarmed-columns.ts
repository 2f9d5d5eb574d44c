/** What an alarm needs to know of its matter, for `select` from `matter`. */
export const alarmedColumns = `matter.id as uuid, matter.version, matter.department, matter.division_code as "divisionCode",
  matter.local_id as "localId", matter.born_in as "bornIn"`;
