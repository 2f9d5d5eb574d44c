import { EntitySchema } from 'typeorm';

/** The columns of a row of `crosswalk_run`. */
export interface CrosswalkRunColumns {
  readonly uuid: string;
  readonly computedAt: Date;
  /** Name and version of the overlay engine. */
  readonly engine: string;
  readonly milliseconds: number;
  readonly units: number;
  readonly links: number;
}

/** The table `crosswalk_run`: every computation of the crosswalk. */
export const crosswalkRunTable = new EntitySchema<CrosswalkRunColumns>({
  name: 'crosswalk_run',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    computedAt: { name: 'computed_at', type: 'timestamptz' },
    engine: { type: 'text' },
    milliseconds: { type: 'integer' },
    units: { type: 'integer' },
    links: { type: 'integer' },
  },
});
