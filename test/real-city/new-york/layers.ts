/** A layer of one agency: what it is called here, and which property of its file is its id. */
export interface AgencyLayer {
  readonly department: string;
  readonly gridType: string;
  readonly key: string;
  readonly file: string;
  readonly idProperty: string;
}

/** The layers of all agencies, as their files have them. */
export const agencyLayers: readonly AgencyLayer[] = [
  { department: 'NYPD', gridType: 'NypdPrecinct', key: 'nypd/precinct', file: 'nypd_police_precincts.geojson', idProperty: 'Precinct' },
  { department: 'FDNY', gridType: 'FdnyBattalion', key: 'fdny/battalion', file: 'fdny_fire_battalions.geojson', idProperty: 'FireBN' },
  {
    department: 'DOE',
    gridType: 'DoeSchoolDistrict',
    key: 'doe/school-district',
    file: 'doe_school_districts.geojson',
    idProperty: 'SchoolDist',
  },
  {
    department: 'DOHMH',
    gridType: 'DohmhHealthCenterDistrict',
    key: 'dohmh/health-center-district',
    file: 'dohmh_health_center_districts.geojson',
    idProperty: 'HCentDist',
  },
  {
    department: 'COMMUNITY_BOARDS',
    gridType: 'CommunityDistrict',
    key: 'community-boards/community-district',
    file: 'dcp_community_districts.geojson',
    idProperty: 'BoroCD',
  },
];
