import { FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { Element } from '../element.js';
import { BuildingType, ComponentType, EstateType, SiteType } from './element.type.js';

const text = (element: Element, fact: string): string | null => (element.facts[fact] as string | null | undefined) ?? null;
const whole = (element: Element, fact: string): number | null => (element.facts[fact] as number | null | undefined) ?? null;
const yes = (element: Element, fact: string): boolean | null => (element.facts[fact] as boolean | null | undefined) ?? null;

/** Shows the facts of a building. */
@Resolver(() => BuildingType)
export class BuildingResolver {
  @FieldResolver(() => SourceIdScalar, { nullable: true })
  addressCode(@Root() element: Element): string | null {
    return text(element, 'addressCode');
  }

  @FieldResolver(() => Int, { nullable: true })
  dwellings(@Root() element: Element): number | null {
    return whole(element, 'dwellings');
  }

  @FieldResolver(() => Int, { nullable: true })
  households(@Root() element: Element): number | null {
    return whole(element, 'households');
  }

  @FieldResolver(() => String, { nullable: true })
  use(@Root() element: Element): string | null {
    return text(element, 'use');
  }
}

/** Shows the facts of an estate. */
@Resolver(() => EstateType)
export class EstateResolver {
  @FieldResolver(() => String, { nullable: true })
  form(@Root() element: Element): string | null {
    return text(element, 'form');
  }

  @FieldResolver(() => Boolean, { nullable: true })
  ownersCommittee(@Root() element: Element): boolean | null {
    return yes(element, 'ownersCommittee');
  }

  @FieldResolver(() => Boolean, { nullable: true })
  managementCommittee(@Root() element: Element): boolean | null {
    return yes(element, 'managementCommittee');
  }

  @FieldResolver(() => String, { nullable: true })
  propertyFirm(@Root() element: Element): string | null {
    return text(element, 'propertyFirm');
  }

  @FieldResolver(() => Int, { nullable: true })
  dwellings(@Root() element: Element): number | null {
    return whole(element, 'dwellings');
  }

  @FieldResolver(() => Int, { nullable: true })
  builtYear(@Root() element: Element): number | null {
    return whole(element, 'builtYear');
  }
}

/** Shows the facts of a component. */
@Resolver(() => ComponentType)
export class ComponentResolver {
  @FieldResolver(() => String, { nullable: true })
  standard(@Root() element: Element): string | null {
    return text(element, 'standard');
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true })
  category(@Root() element: Element): string | null {
    return text(element, 'category');
  }

  @FieldResolver(() => String, { nullable: true })
  state(@Root() element: Element): string | null {
    return text(element, 'state');
  }
}

/** Shows the facts of a site. */
@Resolver(() => SiteType)
export class SiteResolver {
  @FieldResolver(() => String, { nullable: true })
  siteKind(@Root() element: Element): string | null {
    return text(element, 'siteKind');
  }

  @FieldResolver(() => String, { nullable: true })
  services(@Root() element: Element): string | null {
    return text(element, 'services');
  }
}
