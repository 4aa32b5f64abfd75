import type { JsonValue, OperationId } from '../../../src/ers/transport.ts';
import { example, officialExamples } from '../official-examples.ts';
import { officialFiles, officialParameters, textAt } from './official-parameters.ts';
import type { ArgumentsOf, JsonObject } from './requests.ts';

const read = { ubrn: '000000070000', version: '9' };

/** What the official list says of a reason; a code that is not in it is taken at its word. */
function reasonIn(list: string, code: string | undefined, unlisted: object): object {
  const properties = propertiesOf(list, code);
  if (!properties) return { code, commentIsMandatory: false, ...unlisted };
  const type =
    properties['appointmentBookingCancellationReasonType'] ??
    properties['appointmentRequestCancellationReasonType'];
  return { code, type, ...properties };
}

function propertiesOf(list: string, code: string | undefined): JsonObject | undefined {
  const concepts = officialExamples()
    .filter(({ interaction }) => interaction === 'A004')
    .map(({ file }) => example(file) as JsonObject)
    .filter(({ id }) => id === list)
    .flatMap(({ concept }) => concept as readonly JsonObject[]);
  const properties = concepts.find((concept) => concept['code'] === code)?.['property'];
  if (!properties) return undefined;
  return Object.fromEntries(
    (properties as readonly JsonObject[]).map(({ code: name, ...held }) => [
      name as string,
      valueOf(Object.values(held)[0]),
    ]),
  );
}

function valueOf(held: JsonValue | undefined): JsonValue | undefined {
  return typeof held === 'object' ? (held as JsonObject)['code'] : held;
}

export const reviewingRequests: Partial<Record<OperationId, ArgumentsOf>> = {
  A008: (request) => {
    const { code, identifier } = officialParameters(request);
    const user = identifier('clinician');
    return {
      list: code('listType'),
      serviceId: identifier('service'),
      specialty: code('specialty'),
      location: identifier('location'),
      clinician: user === undefined ? code('clinicianAssignedIndicator') : { sdsUserId: user },
    };
  },
  A014: (request) => {
    const { code, text, value } = officialParameters(request);
    const listed = { type: 'PROVIDER_REJECT' };
    return {
      ...read,
      reason: reasonIn('APPOINTMENT-CANCELLATION-REASON', code('rejectionReason'), listed),
      comment: text('rejectionComments'),
      cancelledInPas: value('appointmentCancelledInPAS', 'valueBoolean'),
    };
  },
  A022: (request) => {
    const parameters = officialParameters(request);
    return {
      ...read,
      comment: parameters.text('comments'),
      priority: parameters.code('priority'),
      cancelledInPas: parameters.value('appointmentCancelledInPAS', 'valueBoolean'),
      files: officialFiles(parameters, 'providerAttachmentFile'),
    };
  },
  A028: (request) => {
    const parameters = officialParameters(request);
    return {
      ...read,
      outcome: parameters.code('reviewOutcome'),
      comment: parameters.text('reviewComments'),
      priority: parameters.code('reviewPriority'),
      files: officialFiles(parameters, 'reviewAttachmentFile'),
    };
  },
  A034: (request) => {
    const actor = (system: string) =>
      (request['participant'] as readonly JsonObject[])
        .map(({ actor: held }) => (held as JsonObject)['identifier'] as JsonObject)
        .find((held) => (held['system'] as string).endsWith(system))?.['value'];
    const clinician = actor('sds-user-id');
    const [, ubrn, referralVersion] =
      /(\d+)\/_history\/(\d+)$/.exec(textAt(request, 'incomingReferral', '0', 'reference') ?? '') ??
      [];
    const code = textAt(request, 'reason', '0', 'coding', '0', 'code');
    return {
      record: {
        id: request['id'],
        version: textAt(request, 'meta', 'versionId'),
        ubrn,
        referralVersion,
        appointment: {
          status: 'booked',
          service: { id: actor('ers-service') },
          patient: actor('nhs-number'),
          clinician: clinician && { sdsUserId: clinician },
        },
      },
      reason: reasonIn('APPOINTMENT-CANCELLATION-REASON', code, {}),
      comment: request['comment'],
    };
  },
  A036: (request) => {
    const { code, text } = officialParameters(request);
    const listed = { referrerUsage: 'CANCEL_REFERRAL' };
    return {
      ...read,
      reason: reasonIn('REFERRAL-CANCELLATION-REASON', code('cancellationReason'), listed),
      comment: text('cancellationComments'),
    };
  },
};
