/** What an office is called on the page; an office that is not listed is shown by its code. */
export const officeNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  PARTY_BUILDING: { zh: '党建', en: 'Party building' },
  POLITICAL_LEGAL: { zh: '政法综治', en: 'Political-legal' },
  CIVIL_AFFAIRS: { zh: '民政', en: 'Civil affairs' },
  URBAN_MANAGEMENT: { zh: '城管', en: 'Urban management' },
  PETITION: { zh: '信访', en: 'Petition' },
  HOUSING: { zh: '住建', en: 'Housing' },
};
