/** The columns of a {@link HeldGrant}, with the organisation's own code for its uuid. */
export const grantColumns = `shared.grant_id as uuid, shared.from_owner as "from", shared.to_owner as "to", shared.data_class as "dataClass",
  shared.attribute, shared.purposes, shared.valid_from::text as "validFrom", shared.valid_until::text as "until", shared.version, shared.document,
  shared.origin, shared.declared_by as "declaredBy", shared.role, body.code as organisation, shared.recorded_from as "recordedFrom",
  shared.recorded_to as "recordedTo"`;

/** Where {@link grantColumns} come from. */
export const grantTables = `sharing_grant shared left join organisation body on body.id = shared.on_behalf_of`;
