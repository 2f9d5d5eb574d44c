import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

import { areVariablesCompilable } from './compilable-variables.js';

/** One operation to execute: valid against the schema, its variables as the caller sent them. */
export interface OperationCall {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: unknown;
  /** The delivery that a subscription is executed for. */
  readonly rootValue?: unknown;
}

/** A document's standing: seen once, or compiled; null where it is never compiled. */
type Standing = CompiledQuery | 'seen' | null;

/**
 * Executes operations: queries, mutations, and subscriptions for one delivery each. A query that comes a second time, and a delivery after the first, is compiled to JavaScript made for it, which answers the flagship query in about half
 * the processor time; what comes once is interpreted, as compiling costs more than one answer. Answers and errors are the same either way.
 *
 * Documents are told apart by identity: the server keeps a bounded number of parsed ones, and what is compiled goes when its document goes.
 */
export class CompiledOperations {
  readonly #schema: GraphQLSchema;
  readonly #standings = new WeakMap<OperationDefinitionNode, Standing>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Never throws for what the operation does; its errors are in the result. */
  async execute(call: OperationCall): Promise<ExecutionResult> {
    const compiled = this.#compiledOf(call);
    if (compiled === null) return this.#interpret(call);
    const result = await compiled.query(call.rootValue, call.context, call.variables);
    return result.errors ? { ...result, errors: result.errors.map((error) => interpretersError(error, call.document)) } : result;
  }

  /** The compiled form of a query that has come before and whose variables are good; the interpreter words the refusal of bad ones. */
  #compiledOf({ document, operationName, variables }: OperationCall): CompiledQuery | null {
    const operation = getOperationAST(document, operationName);
    if (operation === undefined || operation === null || operation.operation === OperationTypeNode.MUTATION) return null;
    const standing = this.#standings.get(operation);
    if (standing === null) return null;
    if (standing === undefined) {
      this.#standings.set(operation, areVariablesCompilable(this.#schema, operation) ? 'seen' : null);
      return null;
    }
    if ('errors' in getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 1 })) return null;
    return standing === 'seen' ? this.#compile(document, operation) : standing;
  }

  #compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
    const compiled = compileQuery(this.#schema, document, operation.name?.value);
    const standing = isCompiledQuery(compiled) ? compiled : null;
    this.#standings.set(operation, standing);
    return standing;
  }

  async #interpret({ document, operationName, variables, context, rootValue }: OperationCall): Promise<ExecutionResult> {
    return execute({
      schema: this.#schema,
      document,
      rootValue,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: context,
    });
  }
}

/** The error as the interpreter would have made it: compiled code leaves out `extensions`, which everyone else counts on, and the source. */
function interpretersError({ message, locations, path, originalError }: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const source = loc?.source ?? null;
  const positions = source && (locations ?? []).map(({ line, column }) => startOfLine(source.body, line) + column - 1);
  return new GraphQLError(message, { source, positions, path: path ?? null, originalError: originalError ?? null });
}

function startOfLine(text: string, line: number): number {
  const breaks = [...text.matchAll(/\r\n|[\n\r]/g)];
  const before = breaks[line - 2];
  return before === undefined ? 0 : before.index + before[0].length;
}

/** The executors of the schemas that a document may be executed on, each made when it is first needed. */
export class OperationsOnSchemas {
  readonly #executors = new Map<GraphQLSchema, CompiledOperations>();

  on(schema: GraphQLSchema): CompiledOperations {
    const operations = this.#executors.get(schema) ?? new CompiledOperations(schema);
    this.#executors.set(schema, operations);
    return operations;
  }
}
