/**
 * The names of all that a request here is filled with. A name is taken from an error's text only
 * when it is one of these, so that no value of a patient can pass for a field.
 */
const FIELDS: ReadonlySet<string> = new Set(
  (
    'ageAndGenderAppropriate appointmentCancelledInPAS appointmentType based-on ' +
    'cancellationComments cancellationReason clinicalTerm clinician ' +
    'clinicianAssignedIndicator clinicType comment comments commissioningProvisioning ' +
    'commissioningRuleOrganisation _count createFrom description distanceLimit end ' +
    'eReferralPathwayStart firstReminderLetterFollowUpDays focus guidance ' +
    'guidanceAttachmentFile guidanceIntendedRecommendation guidanceOutcome _id identifier ' +
    'incomingReferral indexed indicativeAppointmentWaitTimeLimit ' +
    'intentionToAddReferralLetter listType location namedClinician newReferralPriority ' +
    'organisation page participant patient postcode priority providerAttachmentFile ' +
    'providerConversionAuthorisation reason referralLetterFile referringClinician ' +
    'rejectionComments rejectionReason request requestAttachmentFile requestType ' +
    'reviewAttachmentFile reviewComments reviewOutcome reviewPriority ' +
    'schedule.actor:HealthcareService schedule.actor:Practitioner searchCriteria service ' +
    'shortlist slot sortBy specialty specialtyAssignedIndicator start status updatedPriority ' +
    'url If-Match NHSD-eRS-Comm-Rule-Org NHSD-eRS-File-Name NHSD-eRS-Referral-ID ' +
    'X-ERS-XAPI-COMM-RULE-ORG X-ERS-XAPI-META-FILE_NAME X-ERS-XAPI-META-INTENDED_UBRN'
  ).split(' '),
);

/** Written so that it can be nothing but a name: in quotes, or in brackets after its path. */
const MARKED = /['"`(]([A-Za-z_][\w./:[\]-]{0,99})['"`)]/g;
const CAMEL_CASE = /\b[a-z]+[A-Z][A-Za-z]*\b/g;

/** The field that an error names, if any. Diagnostics are free text, so this is an aid, no promise. */
export function fieldAtFault(text: string): string | undefined {
  const marked = [...text.matchAll(MARKED)].flatMap(([, name = '']) => [name, lastName(name)]);
  return [...marked, ...(text.match(CAMEL_CASE) ?? [])].find((name) => FIELDS.has(name));
}

/** `parameter[2]/resource/postcode` → `postcode`. */
function lastName(path: string): string {
  return path.replace(/^.*[/.]|\[\d*\]$/g, '');
}
