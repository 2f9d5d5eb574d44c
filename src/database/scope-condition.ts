import { cityOwner, type DataClass, type Jurisdiction, type Scope } from '../kernel/scope.js';
import type { Parameters } from './parameters.js';

/** What is read: a class of data, under a scope. */
export interface ScopedReading {
  readonly scope: Scope;
  readonly dataClass: DataClass;
}

/** The columns, or expressions, that tell where a row lies. */
export interface PlaceColumns {
  readonly county: string;
  readonly township: string;
  readonly community: string;
  /** Uuid of the all-elements grid. */
  readonly grid: string;
}

/** The columns, or expressions, that a scope is asked of. */
export interface ScopeColumns extends PlaceColumns {
  /** The office's code; null in it means that the row belongs to no office. */
  readonly owner: string;
}

/**
 * The SQL condition of what a scope shows of some rows: their owner is read and they lie in its ground; `true` where it hides nothing.
 * It fails closed: no owners, no divisions or no grids give `false`. It may be null instead of false, so it must stand under no `not`.
 */
export function scopeCondition({ scope, dataClass }: ScopedReading, columns: ScopeColumns, parameters: Parameters): string {
  return allOf([ownerCondition({ scope, dataClass }, columns.owner, parameters), placeCondition(scope, columns, parameters)]);
}

/** The part of {@link scopeCondition} that asks whose a row is; by itself for what lies nowhere, such as imports. */
export function ownerCondition({ scope, dataClass }: ScopedReading, column: string, parameters: Parameters): string {
  const { owners } = scope.readings[dataClass];
  if (owners === null) return 'true';
  const offices = owners.filter((owner) => owner !== cityOwner);
  return anyOf([...isAny(column, offices, parameters), ...(owners.includes(cityOwner) ? [`${column} is null`] : [])]);
}

/** The part of {@link scopeCondition} that asks where a row lies. */
export function placeCondition({ jurisdiction, gridUuids }: Scope, columns: PlaceColumns, parameters: Parameters): string {
  return allOf([
    jurisdiction === null ? 'true' : inJurisdiction(jurisdiction, columns, parameters),
    gridUuids === null ? 'true' : anyOf(gridUuids.length === 0 ? [] : [`${columns.grid} = any(${parameters.add(gridUuids)}::uuid[])`]),
  ]);
}

/** All of some conditions. None that holds a parameter is left out, as the server refuses parameters that no statement names. */
export function allOf(conditions: readonly string[]): string {
  const narrowing = conditions.filter((condition) => condition !== 'true');
  return narrowing.length === 0 ? 'true' : narrowing.join(' and ');
}

/** Any of some conditions, in brackets; `false` for none. */
export function anyOf(conditions: readonly string[]): string {
  const possible = conditions.filter((condition) => condition !== 'false');
  return possible.length === 0 ? 'false' : `(${possible.join(' or ')})`;
}

function inJurisdiction({ counties, townships, communities }: Jurisdiction, columns: PlaceColumns, parameters: Parameters): string {
  return anyOf([
    ...isAny(columns.county, counties, parameters),
    ...isAny(columns.township, townships, parameters),
    ...isAny(columns.community, communities, parameters),
  ]);
}

function isAny(column: string, values: readonly string[], parameters: Parameters): readonly string[] {
  return values.length === 0 ? [] : [`${column} = any(${parameters.add(values)}::text[])`];
}
