import { holds } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CatalogueWriter, FormItemArrival, ListLineArrival } from '../../catalogue/index.js';
import { categoryKeyText, type CategoryLinkWriter } from '../../categories/index.js';
import type { ElementIndexWriter, OrganisationIdArrival } from '../../elements/index.js';
import type { CityPack } from '../city-pack/open-pack.js';
import type { RunStamp } from '../ports.js';
import { categoryLinkRow } from '../row-rules/category-link-row.js';
import { formRow } from '../row-rules/form-row.js';
import { listRow } from '../row-rules/list-row.js';
import { organisationIdRow } from '../row-rules/organisation-id-row.js';
import { layouts } from '../rows/layouts.js';
import type { Tally } from '../rows/tally.js';
import type { CityRegister } from './city-register.js';
import { readStatements } from './read-statements.js';

/** What reading a pack's statements needs. */
export interface StatementTerms {
  readonly pack: CityPack;
  readonly register: CityRegister;
  readonly writers: {
    readonly elements: ElementIndexWriter;
    readonly categoryLinks: CategoryLinkWriter;
    readonly catalogue: CatalogueWriter;
  };
}

/** Brings what a pack states of categories and of organisations' ids into the index, inside one transaction. */
export class StatementIntake {
  constructor(
    private readonly terms: StatementTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {}

  /** Reads the links between categories, once these are known; answers how many changed. */
  async categoryLinks(): Promise<number> {
    const { pack, register, writers } = this.terms;
    const { accepted, complete } = await readStatements({
      pack,
      files: pack.manifest.categoryLinks,
      layout: layouts.categoryLinks,
      rule: (row) => categoryLinkRow(row, register),
      key: ({ from, to, validFrom }) => [...[from, to].map(categoryKeyText).toSorted(), validFrom],
      tally: this.tally,
    });
    return writers.categoryLinks.apply(this.sql, accepted, { recordedAt: this.stamp.now, complete });
  }

  /**
   * Reads the other ids of organisations, once these are known, and lets the register know them with those that people have declared,
   * so that every later row may use them. Answers how many changed.
   */
  async organisationIds(): Promise<number> {
    const { pack, register, writers } = this.terms;
    const earlier: OrganisationIdArrival[] = [];
    const { accepted, complete } = await readStatements({
      pack,
      files: pack.manifest.organisationIds,
      layout: layouts.organisationIds,
      rule: (row) => {
        const id = organisationIdRow(row, register, earlier);
        earlier.push(id);
        return id;
      },
      key: (id) => [id.issuer, id.scheme, id.code, id.validFrom],
      tally: this.tally,
    });
    const changed = await writers.elements.applyOrganisationIds(this.sql, accepted, { recordedAt: this.stamp.now, complete });
    const { today } = this.stamp;
    const believed = await writers.elements.organisationIds(this.sql, today);
    for (const { code, organisation } of [...accepted.filter((id) => holds(id, today)), ...believed])
      register.addOrganisationId(code, organisation);
    return changed;
  }

  /** Reads the lists that govern, once categories, divisions and organisations are known; answers how many editions changed. */
  async lists(): Promise<number> {
    const { pack, register, writers } = this.terms;
    const earlier: ListLineArrival[] = [];
    const { accepted, complete } = await readStatements({
      pack,
      files: pack.manifest.lists,
      layout: layouts.lists,
      rule: (row) => {
        const line = listRow(row, register, earlier);
        earlier.push(line);
        return line;
      },
      key: lineKey,
      tally: this.tally,
    });
    return writers.catalogue.applyLists(this.sql, accepted, { recordedAt: this.stamp.now, complete });
  }

  /** Reads the offices' forms, once categories are known; answers how many forms changed. */
  async forms(): Promise<number> {
    const { pack, register, writers } = this.terms;
    const { accepted, complete } = await readStatements({
      pack,
      files: pack.manifest.forms,
      layout: layouts.forms,
      rule: (row) => formRow(row, register),
      key: itemKey,
      tally: this.tally,
    });
    return writers.catalogue.applyForms(this.sql, accepted, { recordedAt: this.stamp.now, complete });
  }
}

const lineKey = (line: ListLineArrival): readonly string[] => [
  ...[line.kind, String(line.edition), categoryKeyText(line.category)],
  ...[line.divisionCode ?? '', line.organisationCode ?? '', line.validFrom],
];

const itemKey = ({ department, category, form, validFrom, key }: FormItemArrival): readonly string[] => [
  ...[department, categoryKeyText(category), form, validFrom, key],
];
