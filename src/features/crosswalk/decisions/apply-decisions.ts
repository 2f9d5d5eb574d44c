import type { CoverageRecord, LinkRecord } from '../ports.js';
import { declaredRows } from './apply-declarations.js';
import { applyRejections, type RejectedRows, type Rows } from './apply-rejections.js';
import type { DecidedGround, DecisionsInForce } from './decision.js';

/** Rows as people have decided them. */
export interface DecidedRows<Link extends LinkRecord, Cover extends CoverageRecord> extends RejectedRows<Link, Cover> {
  /** The DECLARED rows, which stand beside the computed ones. */
  readonly declared: Rows<LinkRecord, CoverageRecord>;
}

/**
 * Lays decisions over computed rows. Pure, and it depends on the rows and the decisions alone: the same result comes out whichever
 * came first. Every row that adds up before adds up afterwards.
 */
export function applyDecisions<Link extends LinkRecord, Cover extends CoverageRecord>(
  computed: Rows<Link, Cover>,
  { sets, rejections }: DecisionsInForce,
  ground: DecidedGround,
): DecidedRows<Link, Cover> {
  const left = applyRejections(computed, rejections, ground);
  return { ...left, declared: declaredRows(sets, left, ground) };
}
