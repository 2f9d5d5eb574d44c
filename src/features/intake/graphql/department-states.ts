import type { RequestContext } from '../../../graphql/request-context.js';
import type { BreakerStanding } from '../../../kernel/breaker.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { dataClasses, type Scope } from '../../../kernel/scope.js';
import { readsOwner } from '../../../kernel/within-scope.js';
import type { ElementReadModel } from '../../elements/index.js';
import type { GridModel } from '../../grids/index.js';
import type { MatterReadModel } from '../../matters/index.js';
import { lagSecondsOf, type LagSources, type OfficeStandings, officeStateOf } from '../office-state.js';
import type { DepartmentStateType } from './department-state.type.js';

/** An office as compose registered it. */
export interface KnownOffice {
  readonly key: string;
  readonly code: DepartmentCode;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What the state of offices is told from. */
export interface DepartmentSources {
  readonly offices: readonly KnownOffice[];
  readonly standings: OfficeStandings;
  readonly elements: Pick<ElementReadModel, 'countsOfOffices'>;
  readonly matters: Pick<MatterReadModel, 'countsOfOffices'>;
  /** How the feed of an office (by key) is followed; null where it is not. */
  readonly followingOf: (key: string) => Omit<LagSources, 'asOf'> | null;
  /** How the front database of an office (by key) is asked. */
  readonly breakerOf: (key: string) => BreakerStanding;
}

/** Tells how every office stands, as far as whoever asks may know. */
export class DepartmentStates {
  readonly #sources: DepartmentSources;

  constructor(sources: DepartmentSources) {
    this.#sources = sources;
  }

  /** Every office's state, in the order of the offices. */
  async of({ model, clock, scope }: RequestContext<GridModel>): Promise<readonly DepartmentStateType[]> {
    const { standings, elements, matters } = await this.#read(scope);
    const now = clock.now();
    return this.#sources.offices.map((office) => {
      const heldUpTo = standings.get(office.code) ?? null;
      // An office none of whose data is read looks like one that never brought any; whether its feed works is open.
      const asOf = dataClasses.some((dataClass) => readsOwner(scope, dataClass, office.code)) ? heldUpTo : null;
      const layers = model.layersOf(office.code);
      const breaker = this.#sources.breakerOf(office.key);
      const following = this.#sources.followingOf(office.key);
      const failingSince = following?.failingSince ?? breaker.since;
      return {
        department: office.code,
        nameZh: office.nameZh,
        nameEn: office.nameEn,
        state: officeStateOf(heldUpTo, failingSince, now),
        asOf,
        lagSeconds: lagSecondsOf(
          { asOf, failingSince, caughtUpAt: following?.caughtUpAt ?? null, behindSince: following?.behindSince ?? null },
          now,
        ),
        breaker,
        layers,
        counts: {
          units: layers.reduce((sum, layer) => sum + model.unitsOf(layer.key).length, 0),
          elements: elements.get(office.code) ?? 0,
          matters: matters.get(office.code) ?? 0,
        },
      };
    });
  }

  async #read(scope: Scope) {
    const { standings, elements, matters } = this.#sources;
    const [stood, things, affairs] = await Promise.all([standings.all(), elements.countsOfOffices(scope), matters.countsOfOffices(scope)]);
    return {
      standings: new Map(stood.map((standing) => [standing.department, standing.asOf])),
      elements: new Map(things.map((count) => [count.department, count.elements])),
      matters: new Map(affairs.map((count) => [count.department, count.matters])),
    };
  }
}
