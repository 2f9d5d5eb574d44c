// What the compiler cannot see: house rules with the reason in each message. Formatting belongs to prettier alone.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import importSort from 'eslint-plugin-simple-import-sort';
import tsdoc from 'eslint-plugin-tsdoc';
import typescript from 'typescript-eslint';

const thunkFirst = '/^(Field|Query|Mutation|Subscription|Args)$/';

/**
 * Decorators whose type would have to be guessed from metadata, which is off: they break when a class is loaded.
 * A bare @FieldResolver() guesses nothing: its type is that of the declared field, and building the schema fails without one.
 */
const bareDecorators = [
  {
    selector: `Decorator > CallExpression[callee.name=${thunkFirst}][arguments.0.type!=/^(ArrowFunctionExpression|Identifier|MemberExpression)$/]`,
    message: 'Name the type by a thunk as the first argument, e.g. @Field(() => String): metadata is off, nothing can be inferred.',
  },
  {
    selector: 'Decorator > CallExpression[callee.name="Arg"][arguments.1.type!=/^(ArrowFunctionExpression|Identifier|MemberExpression)$/]',
    message:
      "Name the type by a thunk as the second argument, e.g. @Arg('at', () => DateScalar): metadata is off, nothing can be inferred.",
  },
  {
    selector: `Decorator > Identifier[name=/^(Field|Query|Mutation|Subscription|Args|Arg)$/]`,
    message: 'Call the decorator and name the type by a thunk, e.g. @Field(() => String).',
  },
];

/** Docstrings state bounds ("0 < weight ≤ 1", `<name>_<office>`); the rest of the TSDoc syntax is checked. */
const mathematics = new Set(['tsdoc-malformed-html-name', 'tsdoc-escape-greater-than', 'tsdoc-html-tag-missing-greater-than']);
const tsdocSyntax = {
  ...tsdoc.rules.syntax,
  create(context) {
    const report = (finding) => mathematics.has(finding.messageId) || context.report(finding);
    return tsdoc.rules.syntax.create(Object.create(context, { report: { value: report } }));
  },
};

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one word for one thing, wherever it is imported.',
};

const focusedTests = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
    message: 'A focused test hides all others; take .only away.',
  },
  { selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xdescribe|xtest)$/]', message: 'No focused or switched-off tests.' },
];

const environment = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Only src/config/ reads the environment; take a slice of Config instead.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['process', 'node:process'].map((name) => ({
        name,
        importNames: ['env'],
        message: 'Only src/config/ reads the environment.',
      })),
    },
  ],
};

const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', 'AbortController'].map(
    (name) => [name, 'readonly'],
  ),
);

export default defineConfig([
  globalIgnores(['dist/', '.cache/', '.data/', 'data/', 'bench/results/', 'bench/node_modules/', 'test/**/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{cjs,mjs,js}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { ...nodeGlobals, require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [js.configs.recommended, typescript.configs.recommendedTypeChecked],
    plugins: { 'simple-import-sort': importSort, tsdoc: { rules: { syntax: tsdocSyntax } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      // A port answers with a promise even where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'simple-import-sort/imports': 'error',
      'simple-import-sort/exports': 'error',
      'tsdoc/syntax': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', defaultExport, ...bareDecorators],
    },
  },
  {
    files: ['src/**/*.{ts,mts,tsx}', 'migrations/**/*.ts'],
    rules: { 'no-console': ['error'] },
  },
  {
    files: ['src/**/*.{ts,mts,tsx}', 'migrations/**/*.ts'],
    ignores: ['src/config/**', 'src/web/**/vite.config.*'],
    rules: environment,
  },
  // Those whose business is to print.
  { files: ['src/kernel/log.ts', 'src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', defaultExport, ...bareDecorators, ...focusedTests],
      // Answers of a GraphQL service are read as clients read them; the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Pages have a tsconfig of their own (DOM, JSX) and are typed by their bundler's check; here they are only read.
  {
    files: ['src/web/**'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  // Tools that demand a default export.
  {
    files: ['**/vite.config.*', 'test/support/database/global-*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
]);
