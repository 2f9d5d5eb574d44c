import type { Parameters } from '../../../../database/parameters.js';
import { anyOf } from '../../../../database/scope-condition.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { MatterConditions, MatterQuery } from '../../matter-query.js';
import { lightSql } from './light-sql.js';
import { elementShown, organisationOfCode } from './matter-scope-sql.js';
import { nearSql } from './near-sql.js';

/** The condition of a query on the table `matter`, as SQL over `parameters`; `true` when nothing narrows. */
export function conditionOf(query: MatterQuery, scope: Scope, parameters: Parameters): string {
  const parts = [...ownConditions(query, scope, parameters)];
  for (const part of query.and ?? []) parts.push(conditionOf(part, scope, parameters));
  if (query.or && query.or.length > 0) parts.push(`(${query.or.map((part) => conditionOf(part, scope, parameters)).join(' or ')})`);
  if (query.not) parts.push(`not coalesce((${conditionOf(query.not, scope, parameters)}), false)`);
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

function* ownConditions(own: MatterConditions, scope: Scope, parameters: Parameters): Generator<string> {
  const bind = (value: unknown): string => parameters.add(value);
  if (own.departments) yield `matter.department = any(${bind(own.departments)})`;
  if (own.states) yield `matter.state = any(${bind(own.states)})`;
  if (own.sources) yield `matter.source = any(${bind(own.sources)})`;
  if (own.isOpen !== undefined) yield `matter.closed_at is ${own.isOpen ? '' : 'not '}null`;
  if (own.divisionCodes) yield `matter.division_code = any(${bind(own.divisionCodes)})`;
  if (own.unitUuids) yield placedIn(bind(own.unitUuids));
  if (own.reportedFrom) yield `matter.reported_at >= ${bind(own.reportedFrom)}`;
  if (own.reportedBefore) yield `matter.reported_at < ${bind(own.reportedBefore)}`;
  if (own.closedFrom) yield `matter.closed_at >= ${bind(own.closedFrom)}`;
  if (own.closedBefore) yield `matter.closed_at < ${bind(own.closedBefore)}`;
  if (own.dueFrom) yield `matter.due_at >= ${bind(own.dueFrom)}`;
  if (own.dueBefore) yield `matter.due_at < ${bind(own.dueBefore)}`;
  if (own.titleContains) yield `position(${bind(own.titleContains)} in matter.title) > 0`;
  if (own.light) yield anyOf(own.light.lights.map((light) => `(${lightSql[light](`${bind(own.light!.at)}::timestamptz`)})`));
  if (own.near) yield nearSql(own.near, parameters);
  if (own.area) yield inArea(own.area, bind);
  if (own.responsible) yield responsible(own.responsible, bind);
  if (own.aboutElement) yield aboutElement(bind(own.aboutElement), scope, parameters);
  if (own.leadCode !== undefined) yield `matter.lead_id = ${organisationOfCode(own.leadCode, parameters)}`;
  if (own.assignedTo) yield assignedTo(bind(own.assignedTo));
  if (own.category?.standard !== undefined) yield `matter.standard = ${bind(own.category.standard)}`;
  if (own.category?.kind !== undefined) yield `matter.category_kind = ${bind(own.category.kind)}`;
  if (own.category?.code !== undefined) yield `matter.category_code = ${bind(own.category.code)}`;
}

const placedIn = (units: string): string =>
  `exists (select from matter_placement placement where placement.matter_id = matter.id and placement.unit_id = any(${units}::uuid[]))`;

const assignedTo = (organisation: string): string =>
  `exists (select from matter_assignment assignment where assignment.matter_id = matter.id and assignment.until is null
     and assignment.organisation_id = ${organisation}::uuid)`;

type Bind = (value: unknown) => string;

function inArea([west, south, east, north]: NonNullable<MatterConditions['area']>, bind: Bind): string {
  const corner = (longitude: number, latitude: number): string => `point(${bind(longitude)}::float8, ${bind(latitude)}::float8)`;
  return `not matter.sealed and matter.longitude is not null
     and point(matter.longitude, matter.latitude) <@ box(${corner(east, north)}, ${corner(west, south)})`;
}

function responsible({ organisationUuids, departments }: NonNullable<MatterConditions['responsible']>, bind: Bind): string {
  const named = organisationUuids ? `and assignment.organisation_id = any(${bind(organisationUuids)}::uuid[])` : '';
  const ofOffices = departments
    ? `and exists (select from organisation where organisation.id = assignment.organisation_id and organisation.department = any(${bind(departments)}))`
    : '';
  return `exists (select from matter_assignment assignment where assignment.matter_id = matter.id and assignment.until is null ${named} ${ofOffices})`;
}

const aboutElement = (element: string, scope: Scope, parameters: Parameters): string =>
  `not matter.sealed and exists (select from matter_element concern join element on element.id = concern.element_id
     where concern.matter_id = matter.id and concern.element_id = ${element}::uuid and ${elementShown(scope, parameters)})`;
