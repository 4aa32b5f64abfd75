import type { FileLimits } from '../../domain/file-limits.ts';
import type { ErsRequest, OperationId } from '../transport.ts';
import type { Dialect, Route } from './dialect.ts';

type BodyKind = 'none' | 'fhir' | 'file';

/** One row of the route table. Nothing that is not named here can be sent. */
interface Rule {
  method: Route['method'];
  /** `{name}` stands for a checked parameter. */
  path: string;
  params: Readonly<Record<string, RegExp>>;
  body: BodyKind;
  accept: '*/*' | 'application/fhir+json';
  ifMatch?: true;
  commRuleOrg?: true;
}

const FHIR = 'application/fhir+json';
const UBRN = /^\d{12}$/;
const VERSION = /^\d{1,9}$/;
const ODS_CODE = /^[A-Za-z0-9]{1,12}$/;
const LATIN_1_PRINTABLE = /^[\x20-\x7e\xa0-\xff]{1,255}$/;

const referral = (verb = ''): string => `/STU3/v1/ReferralRequest/{ubrn}${verb}`;

const RULES = new Map<OperationId, Rule>([
  [
    'A004',
    {
      method: 'GET',
      path: '/STU3/v1/CodeSystem/{codeSystem}',
      params: { codeSystem: /^(SPECIALTY|CLINIC-TYPE|PRIORITY)$/ },
      body: 'none',
      accept: FHIR,
    },
  ],
  ['A005', { method: 'GET', path: referral(), params: { ubrn: UBRN }, body: 'none', accept: FHIR }],
  [
    'A010',
    {
      method: 'POST',
      path: '/STU3/v1/HealthcareService/$ers.searchHealthcareServicesForPatient',
      params: {},
      body: 'fhir',
      accept: FHIR,
    },
  ],
  [
    'A011',
    {
      method: 'POST',
      path: '/STU3/v1/ReferralRequest/$ers.createReferral',
      params: {},
      body: 'fhir',
      accept: FHIR,
    },
  ],
  [
    'A012',
    {
      method: 'POST',
      path: referral('/$ers.maintainReferralLetter'),
      params: { ubrn: UBRN },
      body: 'fhir',
      accept: FHIR,
      ifMatch: true,
    },
  ],
  [
    'A015',
    {
      method: 'GET',
      path:
        '/STU3/v1/Slot?schedule.actor%3AHealthcareService={serviceId}&appointmentType={priority}' +
        '&status=free&_count={count}&page={page}&_include=Slot%3Aschedule',
      params: {
        serviceId: /^\d{1,18}$/,
        priority: /^(ROUTINE|URGENT|TWO_WEEK_WAIT)$/,
        count: /^([1-9]\d?|100)$/,
        page: /^[1-9]\d{0,5}$/,
      },
      body: 'none',
      accept: FHIR,
      commRuleOrg: true,
    },
  ],
  [
    'A016',
    { method: 'POST', path: '/STU3/v1/Appointment', params: {}, body: 'fhir', accept: FHIR },
  ],
  [
    'A019',
    {
      method: 'POST',
      path: referral('/$ers.generatePatientLetter'),
      params: { ubrn: UBRN },
      body: 'none',
      accept: '*/*',
    },
  ],
  ['A020', { method: 'POST', path: '/STU3/v1/Binary', params: {}, body: 'file', accept: FHIR }],
]);

/** hscn.md §5. */
const fileLimits: FileLimits = {
  maxSize: 5_242_880,
  maxNameLength: 255,
  types: {
    'text/plain': ['txt'],
    'text/html': ['html', 'htm'],
    'application/pdf': ['pdf'],
    'text/xml': ['xml'],
    'application/xml': ['xml'],
    'text/rtf': ['rtf', 'rtx'],
    'audio/basic': ['au'],
    'audio/mpeg': ['mp3'],
    'image/png': ['png'],
    'image/gif': ['gif'],
    'image/jpeg': ['jpg', 'jpe', 'jpeg'],
    'image/tiff': ['tif', 'tiff'],
    'video/mpeg': ['mpg', 'mpeg', 'mpe'],
    'application/msword': ['doc'],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  },
};

function fillPath({ path, params }: Rule, values: ErsRequest['params']): string | undefined {
  const names = Object.keys(params);
  if (Object.keys(values).length !== names.length) return undefined;
  let filled = path;
  for (const name of names) {
    const value = Object.hasOwn(values, name) ? String(values[name]) : '';
    if (!params[name]?.test(value)) return undefined;
    filled = filled.replace(`{${name}}`, encodeURIComponent(value));
  }
  return filled;
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

interface HeaderRule {
  wanted: boolean;
  form: RegExp;
  write?: (value: string) => string;
}

const bodyHeaders: Record<
  BodyKind,
  (request: ErsRequest) => Readonly<Record<string, string>> | undefined
> = {
  none: ({ body, file }) => (body === undefined && !file ? {} : undefined),
  fhir: ({ body, file }) =>
    typeof body === 'object' && body && !file ? { 'Content-Type': FHIR } : undefined,
  file: ({ body, file }) => {
    if (body !== undefined || !file) return undefined;
    const { name, ubrn, content } = file;
    if (!LATIN_1_PRINTABLE.test(name) || !UBRN.test(ubrn)) return undefined;
    if (!Object.hasOwn(fileLimits.types, content.mediaType)) return undefined;
    return {
      'Content-Type': content.mediaType,
      'X-ERS-XAPI-META-FILE_NAME': name,
      'X-ERS-XAPI-META-INTENDED_UBRN': ubrn,
    };
  },
};

function route(request: ErsRequest): Route | undefined {
  const rule = RULES.get(request.operation);
  const path = rule && fillPath(rule, request.params);
  if (!rule || !path || (request.accept !== undefined && request.accept !== rule.accept)) {
    return undefined;
  }
  const content = bodyHeaders[rule.body](request);
  const match = header('If-Match', request.ifMatch, {
    wanted: rule.ifMatch ?? false,
    form: VERSION,
    write: (version) => `W/"${version}"`,
  });
  const organisation = header('X-ERS-XAPI-COMM-RULE-ORG', request.commRuleOrg, {
    wanted: rule.commRuleOrg ?? false,
    form: ODS_CODE,
  });
  if (!content || !match || !organisation) return undefined;
  const headers = { Accept: rule.accept, ...content, ...match, ...organisation };
  return { method: rule.method, path, headers };
}

/** e-RS over HSCN with a smartcard session. Identity headers are the proxy's, not made here. */
export const hscn: Dialect = {
  name: 'hscn',
  capabilities: new Set(RULES.keys()),
  route,
  fileLimits,
  // Answers carry internal hosts in it and systems compare by last segment; the host published
  // for development stands here, as no host of the live service is.
  specialtySystem: 'https://api.dev3.ers.ncrs.nhs.uk/ers-api/STU3/v1/CodeSystem/SPECIALTY',
  quirks: {
    sendsCommissioningProvisioning: true,
    appointmentHasIdAndErsProfile: false,
    letterIntentionFollowsServices: true,
    derivesReferralState: true,
  },
  transactionIdHeader: 'x_ers_transaction_id',
};
