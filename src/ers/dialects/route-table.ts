import { CARRIABLE } from '../../domain/file-rules.ts';
import { ODS_CODE, UBRN } from '../forms.ts';
import type { ErsRequest, OperationId } from '../transport.ts';
import type { Dialect, Route } from './dialect.ts';
import { PARAMETER_FORMS } from './parameter-forms.ts';

/** One row of a route table. Nothing that is not named here can be sent. */
export interface Rule {
  method: Route['method'];
  /** `{name}` stands for a parameter, which must have the form of its name. */
  path: string;
  /** `name=value`, before any escaping. One with a parameter that is not given is left out. */
  query?: readonly string[];
  /** The one parameter that need not be given. */
  optional?: string;
  /** Default: none with GET and HEAD, else FHIR. */
  body?: 'none' | 'file';
  /** Default: FHIR JSON. */
  accept?: '*/*';
  ifMatch?: true;
  commRuleOrg?: true;
}

type RouteTable = ReadonlyMap<OperationId, Rule>;

const FHIR = 'application/fhir+json';
const ETAG = /^W\/"\d{1,9}"$/;

/** A dialect from its facts and its routes. */
export function createDialect(facts: Facts, rules: readonly [OperationId, Rule][]): Dialect {
  const routes: RouteTable = new Map(rules);
  return {
    ...facts,
    routes,
    capabilities: new Set(routes.keys()),
    route: createRoute(routes, facts),
  };
}

type Facts = Omit<Dialect, 'routes' | 'capabilities' | 'route'>;

function createRoute(table: RouteTable, facts: Facts): Dialect['route'] {
  return (request) => {
    const rule = table.get(request.operation);
    const path = rule && fillPath(rule, request.params);
    if (!rule || !path) return undefined;
    const { method, accept = FHIR } = rule;
    if (request.accept !== undefined && request.accept !== accept) return undefined;
    const content = contentHeaders(rule, request, facts);
    const match = header('If-Match', request.ifMatch && `W/"${request.ifMatch}"`, {
      wanted: rule.ifMatch,
      form: ETAG,
    });
    const organisation = header(facts.headerNames.commRuleOrg, request.commRuleOrg, {
      wanted: rule.commRuleOrg,
      form: ODS_CODE,
    });
    if (!content || !match || !organisation) return undefined;
    return { method, path, headers: { Accept: accept, ...content, ...match, ...organisation } };
  };
}

const PLACE = /\{(\w+)\}/g;

function fillPath(
  { path, query = [], optional }: Rule,
  values: ErsRequest['params'],
): string | undefined {
  const namesIn = (text: string): string[] =>
    [...text.matchAll(PLACE)].map(([, name = '']) => name);
  const isGiven = (name: string): boolean => Object.hasOwn(values, name);
  const fill = (text: string, write: (value: string) => string): string =>
    text.replace(PLACE, (_, name: string) => write(String(values[name])));
  const known = namesIn([path, ...query].join());
  const isFitting =
    known.every((name) => isGiven(name) || name === optional) &&
    Object.entries(values).every(
      ([name, value]) => known.includes(name) && PARAMETER_FORMS[name]?.test(String(value)),
    );
  if (!isFitting) return undefined;
  const parts = query
    .filter((part) => namesIn(part).every(isGiven))
    .map((part) =>
      part
        .split('=')
        .map((side) => encodeURIComponent(fill(side, String)))
        .join('='),
    );
  return fill(path, encodeURIComponent) + (parts.length > 0 ? `?${parts.join('&')}` : '');
}

/** A header that the rule wants and that fits, none that it does not want; else undefined. */
function header(
  name: string,
  value: string | undefined,
  { wanted = false, form }: { wanted?: boolean | undefined; form: RegExp },
): Record<string, string> | undefined {
  if (!wanted) return value === undefined ? {} : undefined;
  return value !== undefined && form.test(value) ? { [name]: value } : undefined;
}

function contentHeaders(
  { method, body: kind }: Rule,
  { body, file }: ErsRequest,
  facts: Facts,
): Readonly<Record<string, string>> | undefined {
  if (kind === 'file') return body === undefined && file ? fileHeaders(file, facts) : undefined;
  if (file) return undefined;
  const isWithout = kind === 'none' || method === 'GET' || method === 'HEAD';
  if (isWithout) return body === undefined ? {} : undefined;
  return typeof body === 'object' && body ? { 'Content-Type': FHIR } : undefined;
}

function fileHeaders(
  { name, ubrn, content }: NonNullable<ErsRequest['file']>,
  { headerNames, fileLimits, quirks }: Facts,
): Readonly<Record<string, string>> | undefined {
  const referral = header(headerNames.referralId, ubrn, {
    wanted: ubrn !== undefined || !quirks.uploadsWithoutReferral,
    form: UBRN,
  });
  const isTaken =
    CARRIABLE.test(name) &&
    name.length <= fileLimits.maxNameLength &&
    Object.hasOwn(fileLimits.types, content.mediaType);
  if (!referral || !isTaken) return undefined;
  return { 'Content-Type': content.mediaType, [headerNames.fileName]: name, ...referral };
}
