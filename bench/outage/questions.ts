const grids = (department: string, type: string, own: string): string =>
  `{ departmentGrids(department: ${department}, first: 50) { nodes { localId name ... on ${type} { ${own} } } } }`;

/** Fifty units of an office that is well, with fields that it alone keeps. */
export const othersQuestion = grids('URBAN_MANAGEMENT', 'UrbanManagementGrid', 'landUse managementGrade');

/** The same of the office that is sick. */
export const sickQuestion = grids('PETITION', 'PetitionGrid', 'responsibleUnit receptionSite');
