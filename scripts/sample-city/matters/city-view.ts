import type { OrganisationBook } from '../bodies/organisation-book.js';
import type { Building } from '../elements/building.js';
import type { StreetComponent } from '../elements/draw-components.js';
import type { Community, Ground } from '../ground/community.js';
import type { Layers } from '../layers/draw-layers.js';

/** What matters are invented from. */
export interface CityView {
  readonly ground: Ground;
  readonly layers: Layers;
  readonly buildings: readonly Building[];
  readonly components: readonly StreetComponent[];
  readonly book: OrganisationBook;
  readonly townshipNames: ReadonlyMap<string, string>;
  readonly communityOf: ReadonlyMap<string, Community>;
}
