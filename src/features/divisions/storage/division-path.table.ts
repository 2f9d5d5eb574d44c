import { EntitySchema } from 'typeorm';

/** The columns of a row of `division_path`. */
export interface DivisionPathColumns {
  readonly code: string;
  readonly countyCode: string | null;
  readonly townshipCode: string | null;
  readonly communityCode: string | null;
}

/** The table `division_path`: what each division lies in today, itself included. Triggers of its migration keep it and place rows by it. */
export const divisionPathTable = new EntitySchema<DivisionPathColumns>({
  name: 'division_path',
  columns: {
    code: { type: 'text', primary: true },
    countyCode: { name: 'county_code', type: 'text', nullable: true },
    townshipCode: { name: 'township_code', type: 'text', nullable: true },
    communityCode: { name: 'community_code', type: 'text', nullable: true },
  },
});
