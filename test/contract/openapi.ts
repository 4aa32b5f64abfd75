import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromSchema } from '@openapi-contrib/openapi-schema-to-json-schema';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';

/** The platform's specification, in the folder that ERS_CONTRACT names. */
const file = join(process.env['ERS_CONTRACT'] ?? '../shared/ers', 'openapi.json');

/** Why bodies cannot be held to the specification; undefined when they can. */
export const reasonWithoutOpenapi = existsSync(file)
  ? undefined
  : `no file ${file}: name the contract's folder with ERS_CONTRACT`;

interface Referring {
  $ref?: string;
}

interface Body extends Referring {
  content?: Record<string, { schema?: object }>;
}

interface Operation {
  operationId: string;
  requestBody?: Body;
  responses: Record<string, Body>;
}

interface Specification {
  paths: Record<string, Partial<Record<string, Operation>>>;
  components: Record<string, Record<string, object>>;
}

/** The stand-in of the environment's base, as the enumerations of the specification spell it. */
const BASE = '_baseurl_';
const DEFINITIONS = 'https://openapi.invalid/definitions';

/** Of the schemas, references to each other stay: they are turned to where ajv holds them. */
function jsonSchema(schema: object): object {
  // It names draft 4, which ajv would look for.
  const converted: object = { ...fromSchema(structuredClone(schema)), $schema: undefined };
  const text = JSON.stringify(converted);
  return JSON.parse(
    text.replaceAll('#/components/schemas/', `${DEFINITIONS}#/definitions/`),
  ) as object;
}

function newAjv({ components }: Specification): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (formats.default as unknown as { default: (ajv: Ajv) => void }).default(ajv);
  for (const name of ['int32', 'token', '^Bearer\\ [[:ascii:]]+$']) ajv.addFormat(name, true);
  const definitions = Object.fromEntries(
    Object.entries(components['schemas'] ?? {}).map(([name, schema]) => [name, jsonSchema(schema)]),
  );
  ajv.addSchema({ $id: DEFINITIONS, definitions });
  return ajv;
}

/** `/ReferralRequest/{ubrn}` as a pattern; fixed segments win over parameters. */
function patternOf(path: string): RegExp {
  const escaped = path.replace(/[$.*+?^|()[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

export interface Described {
  method: string;
  /** Below the base of the environment, without the query: `/STU3/ReferralRequest/…`. */
  path: string;
}

export interface DescribedAnswer extends Described {
  status: number;
  /** Undefined where there is none. */
  body: unknown;
  /** The environment's base in the body, which the specification writes `_baseurl_`. */
  base?: string;
}

export interface Openapi {
  /** What the specification does not allow in a request; empty when it allows all. */
  requestProblems(request: Described & { body: unknown }): string[];
  /** The same of an answer, an undocumented status among it. */
  answerProblems(answer: DescribedAnswer): string[];
  /** Every operation as `method path`. */
  operations: string[];
  /** The interactions that have an operation, such as A005. */
  interactions: string[];
}

type Problems = (schema: object, body: unknown) => string[];

/** Compiles each schema once. */
function schemaCheck(specification: Specification): Problems {
  const ajv = newAjv(specification);
  const compiled = new Map<object, ValidateFunction>();
  return (schema, body) => {
    const validate = compiled.get(schema) ?? ajv.compile(jsonSchema(schema));
    compiled.set(schema, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Holds a body to what is described, if FHIR is; a PDF or a file is not looked into. */
function bodyCheck(specification: Specification): (described: Body, body: unknown) => string[] {
  const problemsOf = schemaCheck(specification);
  return (described, body) => {
    const [, , kind = '', name = ''] = described.$ref?.split('/') ?? [];
    const resolved: Body = specification.components[kind]?.[name] ?? described;
    const schema = resolved.content?.['application/fhir+json']?.schema;
    if (!schema) return [];
    return body === undefined ? ['no body'] : problemsOf(schema, body);
  };
}

function operationsOf({ paths }: Specification) {
  return Object.entries(paths)
    .flatMap(([path, operations]) =>
      ['get', 'post', 'put', 'head'].flatMap((method) => {
        const operation = operations[method];
        return operation ? [{ method, path, pattern: patternOf(path), operation }] : [];
      }),
    )
    .sort((one, other) => one.path.split('{').length - other.path.split('{').length);
}

function rebased({ body, base }: DescribedAnswer): unknown {
  if (body === undefined || !base) return body;
  return JSON.parse(JSON.stringify(body).replaceAll(base, BASE));
}

/** Reads the specification; throws when there is none. */
export function readOpenapi(): Openapi {
  const specification = JSON.parse(readFileSync(file, 'utf8')) as Specification;
  const operations = operationsOf(specification);
  const bodyProblems = bodyCheck(specification);
  const find = ({ method, path }: Described): Operation | undefined =>
    operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path))
      ?.operation;
  return {
    operations: operations.map(({ method, path }) => `${method} ${path}`),
    interactions: [
      ...new Set(
        operations.map(({ operation }) => operation.operationId.slice(0, 4).toUpperCase()),
      ),
    ],
    requestProblems: (request) => {
      const operation = find(request);
      if (!operation) return [`no operation ${request.method} ${request.path}`];
      return operation.requestBody ? bodyProblems(operation.requestBody, request.body) : [];
    },
    answerProblems: (answer) => {
      const operation = find(answer);
      if (!operation) return [`no operation ${answer.method} ${answer.path}`];
      const described = operation.responses[String(answer.status)];
      if (!described) return [`status ${answer.status} is not documented`];
      return bodyProblems(described, rebased(answer));
    },
  };
}
