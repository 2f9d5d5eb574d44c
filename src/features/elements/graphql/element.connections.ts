import { connectionType } from '../../../graphql/connection.js';
import type { Element } from '../element.js';
import type { Organisation } from '../organisation.js';
import { ElementType } from './element.type.js';
import { OrganisationType } from './organisation.type.js';

/** Declares a page of elements. */
export const ElementConnection = connectionType<Element>({ name: 'Element', zh: '要素', en: 'elements' }, () => ElementType);

/** Declares a page of organisations. */
export const OrganisationConnection = connectionType<Organisation>(
  { name: 'Organisation', zh: '组织', en: 'organisations' },
  () => OrganisationType,
);
