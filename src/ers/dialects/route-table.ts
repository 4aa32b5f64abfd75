import type { FileLimits } from '../../domain/file-limits.ts';
import type { ErsRequest, OperationId } from '../transport.ts';
import type { Dialect, HeaderNames, Route } from './dialect.ts';

type BodyKind = 'none' | 'fhir' | 'file';

/** One row of a route table. Nothing that is not named here can be sent. */
export interface Rule {
  method: Route['method'];
  /** `{name}` stands for a checked parameter. */
  path: string;
  /** By e-RS's own names; one whose parameter is optional and absent is left out. */
  query?: readonly (readonly [name: string, value: string])[];
  params: Readonly<Record<string, RegExp>>;
  optional?: readonly string[];
  /** Default: none with GET and HEAD, else FHIR. */
  body?: BodyKind;
  /** Default: FHIR JSON. */
  accept?: '*/*';
  ifMatch?: true;
  commRuleOrg?: true;
}

export type RouteTable = ReadonlyMap<OperationId, Rule>;

const FHIR = 'application/fhir+json';
export const UBRN = /^\d{12}$/;
export const VERSION = /^\d{1,9}$/;

const ODS_CODE = /^[A-Za-z0-9]{1,12}$/;
const LATIN_1_PRINTABLE = /^[\x20-\x7e\xa0-\xff]{1,255}$/;

interface Names {
  headerNames: HeaderNames;
  fileLimits: FileLimits;
  uploadsWithoutReferral: boolean;
}

/** The `route` of a dialect, from its table and its names for headers. */
export function createRoute(table: RouteTable, names: Names): Dialect['route'] {
  return (request) => {
    const rule = table.get(request.operation);
    const path = rule && fillPath(rule, request.params);
    if (!rule || !path) return undefined;
    const { method, accept = FHIR } = rule;
    if (request.accept !== undefined && request.accept !== accept) return undefined;
    const content = contentHeaders(rule, request, names);
    const match = header('If-Match', request.ifMatch, {
      wanted: rule.ifMatch ?? false,
      form: VERSION,
      write: (version) => `W/"${version}"`,
    });
    const organisation = header(names.headerNames.commRuleOrg, request.commRuleOrg, {
      wanted: rule.commRuleOrg ?? false,
      form: ODS_CODE,
    });
    if (!content || !match || !organisation) return undefined;
    return { method, path, headers: { Accept: accept, ...content, ...match, ...organisation } };
  };
}

function fillPath(rule: Rule, values: ErsRequest['params']): string | undefined {
  const { path, query = [], params, optional = [] } = rule;
  const isMissing = (name: string): boolean => !Object.hasOwn(values, name);
  const known = Object.keys(params);
  const fits = known.every((name) =>
    isMissing(name) ? optional.includes(name) : params[name]?.test(String(values[name])),
  );
  if (!fits || Object.keys(values).some((name) => !known.includes(name))) return undefined;
  const fill = (text: string, write = (value: string) => value): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => write(String(values[name])));
  const isGiven = (text: string): boolean =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => !isMissing(name));
  const parts = query
    .filter(([, value]) => isGiven(value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(fill(value))}`);
  return fill(path, encodeURIComponent) + (parts.length > 0 ? `?${parts.join('&')}` : '');
}

interface HeaderRule {
  wanted: boolean;
  form: RegExp;
  write?: (value: string) => string;
}

/** A header that the rule wants and that fits, none that it does not want; else undefined. */
function header(
  name: string,
  value: string | undefined,
  { wanted, form, write = (text) => text }: HeaderRule,
): Record<string, string> | undefined {
  if (!wanted) return value === undefined ? {} : undefined;
  return value !== undefined && form.test(value) ? { [name]: write(value) } : undefined;
}

function contentHeaders(
  { method, body: kind = method === 'GET' || method === 'HEAD' ? 'none' : 'fhir' }: Rule,
  { body, file }: ErsRequest,
  names: Names,
): Readonly<Record<string, string>> | undefined {
  if (kind === 'file') return body === undefined && file ? fileHeaders(file, names) : undefined;
  if (file) return undefined;
  if (kind === 'none') return body === undefined ? {} : undefined;
  return typeof body === 'object' && body ? { 'Content-Type': FHIR } : undefined;
}

function fileHeaders(
  { name, ubrn, content }: NonNullable<ErsRequest['file']>,
  { headerNames, fileLimits, uploadsWithoutReferral }: Names,
): Readonly<Record<string, string>> | undefined {
  const referral = header(headerNames.referralId, ubrn, {
    wanted: ubrn !== undefined || !uploadsWithoutReferral,
    form: UBRN,
  });
  const isTaken =
    LATIN_1_PRINTABLE.test(name) && Object.hasOwn(fileLimits.types, content.mediaType);
  if (!referral || !isTaken) return undefined;
  return { 'Content-Type': content.mediaType, [headerNames.fileName]: name, ...referral };
}
