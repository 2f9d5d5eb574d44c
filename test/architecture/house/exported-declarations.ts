import ts from 'typescript';

import { textOf } from './project.js';

/** One name that a file exports by declaring it. */
export interface ExportedDeclaration {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** The text of its doc comment without the stars; empty where there is none. */
  readonly docstring: string;
}

type Declaration = ts.Statement & { readonly name?: ts.Identifier };

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

/** Names that a file exports by a list at its end, `export { a, b }`, without another file's. */
function listedNames(source: ts.SourceFile): ReadonlySet<string> {
  const lists = source.statements.filter((statement) => ts.isExportDeclaration(statement)).filter((list) => !list.moduleSpecifier);
  const clauses = lists.flatMap(({ exportClause }) => (exportClause && ts.isNamedExports(exportClause) ? [exportClause] : []));
  return new Set(clauses.flatMap((clause) => clause.elements.map((element) => (element.propertyName ?? element.name).text)));
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (!ts.isVariableStatement(statement)) return [(statement as Declaration).name?.text ?? []].flat();
  return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
}

function docstringOf(statement: ts.Statement): string {
  const docs = ts.getJSDocCommentsAndTags(statement).filter((node) => ts.isJSDoc(node));
  return docs
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join('\n')
    .trim();
}

/** The exported declarations of one TypeScript text; overloads of a function count once, by their first signature. */
export function exportedDeclarationsIn(file: string, text: string): readonly ExportedDeclaration[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const listed = listedNames(source);
  const found = source.statements
    .filter(
      (statement) =>
        ts.isVariableStatement(statement) ||
        ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isEnumDeclaration(statement),
    )
    .flatMap((statement) =>
      namesOf(statement)
        .filter((name) => isExported(statement) || listed.has(name))
        .map((name) => ({
          file,
          name,
          line: source.getLineAndCharacterOfPosition(statement.getStart()).line + 1,
          docstring: docstringOf(statement),
        })),
    );
  return found.filter((one, place) => found.findIndex(({ name }) => name === one.name) === place);
}

/** The exported declarations of project files. */
export const exportedDeclarations = (files: readonly string[]): readonly ExportedDeclaration[] =>
  files.flatMap((file) => exportedDeclarationsIn(file, textOf(file)));
