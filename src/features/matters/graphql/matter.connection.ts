import { connectionType } from '../../../graphql/connection.js';
import type { Matter } from '../matter.js';
import { MatterType } from './matter.type.js';

/** Declares a page of matters. */
export const MatterConnection = connectionType<Matter>({ name: 'Matter', zh: '事项', en: 'matters' }, () => MatterType);
