/** Ids of the sample city (Jingdezhen, Zhushan district, Licun subdistrict, Taoxichuan community) that the starter tabs ask for. */
export const sampleIds = {
  /** 里村街道. */
  township: '360203003',
  /** The first all-elements grid of 陶溪川社区. */
  allElementsGrid: '360203003002001',
  /** A unit grid of urban management in the same community; political-legal writes codes of the same shape for other ground. */
  officeUnit: { department: 'URBAN_MANAGEMENT', localId: '360203003002001', layer: 'urban-management/unit' },
} as const;
