import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { ErsRequest, OperationId } from '../transport.ts';
import { hscn } from './hscn.ts';

const ubrn = '000049283317' as Ubrn;
const file = {
  name: 'Referral letter.pdf',
  ubrn,
  content: { kind: 'binary' as const, mediaType: 'application/pdf', blob: new Blob(['%PDF']) },
};
const slots = { serviceId: '11008', priority: 'ROUTINE', count: 100, page: 2 };

const requests: Record<string, ErsRequest> = {
  A004: { operation: 'A004', params: { codeSystem: 'CLINIC-TYPE' } },
  A005: { operation: 'A005', params: { ubrn } },
  A010: { operation: 'A010', params: {}, body: { resourceType: 'Parameters' } },
  A011: { operation: 'A011', params: {}, body: { resourceType: 'Parameters' } },
  A012: { operation: 'A012', params: { ubrn }, body: {}, ifMatch: '6' },
  A015: { operation: 'A015', params: slots, commRuleOrg: 'R69' },
  A016: { operation: 'A016', params: {}, body: { resourceType: 'Appointment' } },
  A019: { operation: 'A019', params: { ubrn }, accept: '*/*' },
  A020: { operation: 'A020', params: {}, file },
};

const nearNumbers = fc.oneof(
  fc.stringMatching(/^\d{12}$/),
  fc.string({ unit: fc.constantFrom(...Array.from('0189./\\%?#@\r\n')) }),
);

describe('the HSCN dialect', () => {
  it('makes method and path of each of its operations', () => {
    const lines = Object.values(requests).map((request) => {
      const route = hscn.route(request);
      return `${request.operation} ${route?.method} ${route?.path}`;
    });
    expect(lines).toEqual([
      'A004 GET /STU3/v1/CodeSystem/CLINIC-TYPE',
      'A005 GET /STU3/v1/ReferralRequest/000049283317',
      'A010 POST /STU3/v1/HealthcareService/$ers.searchHealthcareServicesForPatient',
      'A011 POST /STU3/v1/ReferralRequest/$ers.createReferral',
      'A012 POST /STU3/v1/ReferralRequest/000049283317/$ers.maintainReferralLetter',
      'A015 GET /STU3/v1/Slot?schedule.actor%3AHealthcareService=11008&appointmentType=ROUTINE' +
        '&status=free&_count=100&page=2&_include=Slot%3Aschedule',
      'A016 POST /STU3/v1/Appointment',
      'A019 POST /STU3/v1/ReferralRequest/000049283317/$ers.generatePatientLetter',
      'A020 POST /STU3/v1/Binary',
    ]);
    expect([...hscn.capabilities].sort()).toEqual(Object.keys(requests));
  });

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
    for (const operation of ['A001', 'A013', 'A031', 'constructor', '__proto__']) {
      expect(hscn.route({ operation: operation as OperationId, params: {} })).toBeUndefined();
    }
  });

  it.each<[string, ErsRequest]>([
    ['a UBRN of 11 digits', { operation: 'A005', params: { ubrn: '00004928331' } }],
    ['a UBRN with a line break', { operation: 'A005', params: { ubrn: `${ubrn}\n` } }],
    ['no UBRN', { operation: 'A005', params: {} }],
    ['a parameter too many', { operation: 'A005', params: { ubrn, version: 3 } }],
    ['a code system that is not listed', { operation: 'A004', params: { codeSystem: '..' } }],
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

  it('lets no value leave its place in the path, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(requests)), nearNumbers, (request, text) => {
        const names = Object.keys(request.params);
        const params = Object.fromEntries(names.map((name) => [name, text]));
        const path = names.length ? hscn.route({ ...request, params })?.path : undefined;
        expect(path ?? '').not.toMatch(/\.\.|[\r\n\\]|\/\//);
      }),
    );
  });
});

function withType(mediaType: string): NonNullable<ErsRequest['file']> {
  return { ...file, content: { ...file.content, mediaType } };
}
