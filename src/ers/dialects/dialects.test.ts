import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { ErsRequest, OperationId } from '../transport.ts';
import { apiPlatform } from './api-platform.ts';
import type { Dialect } from './dialect.ts';
import { hscn } from './hscn.ts';

const ubrn = '000049283317' as Ubrn;
const file = {
  name: 'Referral letter.pdf',
  ubrn,
  content: { kind: 'binary' as const, mediaType: 'application/pdf', blob: new Blob(['%PDF']) },
};
const slots = { serviceId: '11008', priority: 'ROUTINE', count: 100, page: 2 };
const parameters = { body: { resourceType: 'Parameters' } };
const ofReferral = { params: { ubrn } };
const changes = { ...ofReferral, ...parameters, ifMatch: '6' };
const ofVersion = { params: { ubrn, version: '6' } };
const creates = { params: {}, ...parameters };
const document = { ...ofReferral, accept: '*/*' };
const ofFile = { params: { id: 'att-49283317-7' }, accept: '*/*' };
const ofService = { params: { serviceId: '11008' } };
const ofAppointment = { params: { appointmentId: '70001' } };

/** A request of each operation, and the line that it becomes below STU3 in both dialects. */
const stu3: Record<string, [Omit<ErsRequest, 'operation'>, string]> = {
  A004: [{ params: { codeSystem: 'CLINIC-TYPE' } }, 'GET /CodeSystem/CLINIC-TYPE'],
  A005: [ofReferral, 'GET /ReferralRequest/000049283317'],
  A006: [ofFile, 'GET /Binary/att-49283317-7'],
  A007: [document, 'POST /ReferralRequest/000049283317/$ers.generateCRI'],
  A008: [creates, 'POST /ReferralRequest/$ers.fetchworklist'],
  A010: [creates, 'POST /HealthcareService/$ers.searchHealthcareServicesForPatient'],
  A011: [creates, 'POST /ReferralRequest/$ers.createReferral'],
  A012: [changes, 'POST /ReferralRequest/000049283317/$ers.maintainReferralLetter'],
  A013: [{ ...document, ifMatch: '6' }, 'POST /ReferralRequest/000049283317/$ers.acceptReferral'],
  A014: [changes, 'POST /ReferralRequest/000049283317/$ers.rejectReferral'],
  A015: [
    { params: slots, commRuleOrg: 'R69' },
    'GET /Slot?schedule.actor%3AHealthcareService=11008&appointmentType=ROUTINE' +
      '&status=free&_count=100&page=2&_include=Slot%3Aschedule',
  ],
  A016: [{ params: {}, body: { resourceType: 'Appointment' } }, 'POST /Appointment'],
  A019: [document, 'POST /ReferralRequest/000049283317/$ers.generatePatientLetter'],
  A020: [{ params: {}, file }, 'POST /Binary'],
  A021: [creates, 'POST /ReferralRequest/$ers.createReferralAndSendForTriage'],
  A023: [creates, 'POST /CommunicationRequest/$ers.fetchworklist'],
  A024: [ofReferral, 'GET /CommunicationRequest/000049283317'],
  A025: [
    ofVersion,
    'GET /Communication?based-on=CommunicationRequest%2F000049283317%2F_history%2F6' +
      '&_include=Communication%3Arequester-practitionerrole%3APractitionerRole' +
      '&_include=Communication%3Asender-practitionerrole%3APractionerRole' +
      '&_include=Communication%3Acontent-reference%3ADocumentReference',
  ],
  A026: [changes, 'POST /CommunicationRequest/000049283317/$ers.sendCommunicationToRequester'],
  A027: [creates, 'POST /ReferralRequest/$ers.createFromCommunicationRequestActionLater'],
  A028: [changes, 'POST /ReferralRequest/000049283317/$ers.recordReviewOutcome'],
  A029: [
    ofVersion,
    'GET /Task?focus=ReferralRequest%2F000049283317%2F_history%2F6&intent=proposal&status=ready',
  ],
};

/** What is spelt in one dialect's own way, or is only there. Whole paths. */
const own: Record<Dialect['name'], typeof stu3> = {
  hscn: {
    A022: [changes, 'POST /STU3/v1/ReferralRequest/000049283317/$ers.CancelAppointmentActionLater'],
  },
  'api-platform': {
    A022: [changes, 'POST /STU3/ReferralRequest/000049283317/$ers.cancelAppointmentActionLater'],
    A030: [{ params: {} }, 'GET /R4/PractitionerRole'],
    A031: [changes, 'POST /STU3/ReferralRequest/000049283317/$ers.changeShortlist'],
    A032: [changes, 'POST /STU3/ReferralRequest/000049283317/$ers.changeShortlistAndSendForTriage'],
    A033: [ofService, 'GET /R4/HealthcareService/11008'],
    A034: [{ ...ofAppointment, body: {}, ifMatch: '1' }, 'PUT /STU3/Appointment/70001'],
    A035: [{ params: { serviceIds: '1,11008' } }, 'GET /R4/HealthcareService?_id=1%2C11008'],
    A036: [changes, 'POST /STU3/ReferralRequest/000049283317/$ers.cancelReferral'],
    A037: [ofService, 'HEAD /R4/HealthcareService/11008'],
    A038: [ofAppointment, 'GET /STU3/Appointment/70001'],
    A040: [{ params: {} }, 'GET /R4/Practitioner?_query=onBehalfOf'],
    A041: [
      ofReferral,
      'GET /R4/ServiceRequest?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2FUBRN%7C000049283317',
    ],
    A042: [ofFile, 'GET /R4/Binary/att-49283317-7'],
    A043: [document, 'POST /STU3/CommunicationRequest/000049283317/$ers.generateCRI'],
    A044: [creates, 'POST /STU3/CommunicationRequest/$ers.createAdviceAndGuidance'],
  },
};

const requests: Record<string, ErsRequest> = Object.fromEntries(
  Object.entries(stu3).map(([operation, [request]]) => [
    operation,
    { operation: operation as OperationId, ...request },
  ]),
);

const nearNumbers = fc.oneof(
  fc.stringMatching(/^\d{12}$/),
  fc.string({ unit: fc.constantFrom(...Array.from('0189./\\%?#@\r\n')) }),
);

describe.each([
  [hscn, '/STU3/v1'],
  [apiPlatform, '/STU3'],
] as const)('the dialect $name', (dialect, prefix) => {
  it('makes method and path of each of its operations', () => {
    const expected = Object.entries(stu3).map(([operation, [request, line]]) => [
      operation,
      request,
      line.replace('/', `${prefix}/`),
    ]);
    const ofItsOwn = Object.entries(own[dialect.name]).map(([operation, [request, line]]) => [
      operation,
      request,
      line,
    ]);
    const all = [...expected, ...ofItsOwn] as [
      OperationId,
      Omit<ErsRequest, 'operation'>,
      string,
    ][];
    for (const [operation, request, line] of all) {
      const route = dialect.route({ operation, ...request });
      expect(`${operation} ${route?.method} ${route?.path}`).toBe(`${operation} ${line}`);
    }
    expect([...dialect.capabilities].sort()).toEqual(all.map(([operation]) => operation).sort());
  });

  it('lets no value leave its place in the path, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(requests)), nearNumbers, (request, text) => {
        const names = Object.keys(request.params);
        const params = Object.fromEntries(names.map((name) => [name, text]));
        const path = names.length ? dialect.route({ ...request, params })?.path : undefined;
        expect(path ?? '').not.toMatch(/\.\.|[\r\n\\]|\/\//);
      }),
    );
  });
});

describe('HSCN', () => {
  it('sends the version as a weak ETag and the rule organisation by its own header', () => {
    expect(hscn.route(requests['A012']!)?.headers).toEqual({
      Accept: 'application/fhir+json',
      'Content-Type': 'application/fhir+json',
      'If-Match': 'W/"6"',
    });
    expect(hscn.route(requests['A015']!)?.headers['X-ERS-XAPI-COMM-RULE-ORG']).toBe('R69');
  });

  it('sends a file with its name, its referral and its own media type', () => {
    expect(hscn.route(requests['A020']!)?.headers).toEqual({
      Accept: 'application/fhir+json',
      'Content-Type': 'application/pdf',
      'X-ERS-XAPI-META-FILE_NAME': 'Referral letter.pdf',
      'X-ERS-XAPI-META-INTENDED_UBRN': ubrn,
    });
  });

  it('offers no operation beyond its table', () => {
    for (const operation of ['A001', 'A009', 'A031', 'constructor', '__proto__']) {
      expect(hscn.route({ operation: operation as OperationId, params: {} })).toBeUndefined();
    }
  });

  it.each<[string, ErsRequest]>([
    ['a UBRN of 11 digits', { operation: 'A005', params: { ubrn: '00004928331' } }],
    ['a UBRN with a line break', { operation: 'A005', params: { ubrn: `${ubrn}\n` } }],
    ['no UBRN', { operation: 'A005', params: {} }],
    ['a parameter too many', { operation: 'A005', params: { ubrn, version: 3 } }],
    ['a code system that is not listed', { operation: 'A004', params: { codeSystem: '..' } }],
    ['one with the ending of another', { operation: 'A004', params: { codeSystem: 'A-REASON' } }],
    ['a service that is no number', { ...requests['A015']!, params: { ...slots, serviceId: 'x' } }],
    ['101 slots a page', { ...requests['A015']!, params: { ...slots, count: 101 } }],
    ['page 0', { ...requests['A015']!, params: { ...slots, page: 0 } }],
    ['no rule organisation', { operation: 'A015', params: slots }],
    ['a rule organisation with a break', { ...requests['A015']!, commRuleOrg: 'R69\r\nX: y' }],
    ['no version', { operation: 'A012', params: { ubrn }, body: {} }],
    ['a version in quotes', { ...requests['A012']!, ifMatch: '6"' }],
    ['a version where none belongs', { ...requests['A005']!, ifMatch: '6' }],
    ['a body on a read', { ...requests['A005']!, body: {} }],
    ['no body on a create', { operation: 'A011', params: {} }],
    ['an Accept of its own choice', { ...requests['A005']!, accept: 'text/html' }],
    ['no file', { operation: 'A020', params: {} }],
    ['a file name with CR and LF', { ...requests['A020']!, file: { ...file, name: 'a\r\nX: y' } }],
    ['a file name with NUL', { ...requests['A020']!, file: { ...file, name: 'a\0.pdf' } }],
    ['a name no header can hold', { ...requests['A020']!, file: { ...file, name: '件.pdf' } }],
    ['a file of another type', { ...requests['A020']!, file: withType('application/zip') }],
    ['a type named like a method', { ...requests['A020']!, file: withType('constructor') }],
  ])('refuses %s', (_, request) => {
    expect(hscn.route(request)).toBeUndefined();
  });
});

describe('the API platform', () => {
  it('asks for slots of one clinician, and names its headers in its own way', () => {
    const route = apiPlatform.route({
      operation: 'A015',
      params: { ...slots, clinician: '021600556514' },
      commRuleOrg: 'R69',
    });
    expect(route?.path).toContain('&schedule.actor%3APractitioner=021600556514&');
    expect(route?.headers).toHaveProperty('NHSD-eRS-Comm-Rule-Org', 'R69');
  });

  it('takes a file for no referral yet, and none that is not for it', () => {
    const unbound = { name: file.name, content: file.content };
    const upload = (sent: ErsRequest['file']) =>
      apiPlatform.route({ operation: 'A020', params: {}, file: sent })?.headers;
    expect(upload(unbound)).not.toHaveProperty('NHSD-eRS-Referral-ID');
    expect(upload(file)).toMatchObject({
      'NHSD-eRS-File-Name': 'Referral letter.pdf',
      'NHSD-eRS-Referral-ID': ubrn,
    });
    expect(upload({ ...file, ubrn: '1' as Ubrn })).toBeUndefined();
    expect(upload(withType('text/html'))).toBeUndefined();
    expect(upload(withType('application/dicom'))).toBeDefined();
  });

  it.each(['', '1,', '1,x', Array(21).fill('1').join(',')])('refuses service ids "%s"', (ids) => {
    expect(apiPlatform.route({ operation: 'A035', params: { serviceIds: ids } })).toBeUndefined();
  });
});

function withType(mediaType: string): NonNullable<ErsRequest['file']> {
  return { ...file, content: { ...file.content, mediaType } };
}
