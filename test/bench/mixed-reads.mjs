/**
 * One read, ready to be sent again and again.
 * @typedef {object} Read
 * @property {string} name its interaction and dialect
 * @property {{ method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string }} request
 */

const STU3 = 'https://fhir.nhs.uk/STU3';
const ASID = { XAPI_ASID: '200000000220' };
const TYPED = { 'Content-Type': 'application/fhir+json' };

/**
 * @param {string} base
 * @param {{ token: string, businessFunction: string, orgIdentifier: string }} user
 * @returns {Promise<Record<string, string>>} the headers of a session with that role
 */
async function hscnSession(base, { token, ...permission }) {
  const sessions = `${base}/ers-api/v1/ProfessionalSession`;
  const typeInfo = 'uk.nhs.ers.xapi.dto.v1.session.ProfessionalSession';
  const opened = await fetch(sessions, {
    method: 'POST',
    headers: ASID,
    body: JSON.stringify({ typeInfo, token }),
  });
  const { id } = /** @type {{ id: string }} */ (await opened.json());
  const headers = { ...ASID, HTTP_X_SESSION_KEY: id };
  const body = JSON.stringify({ typeInfo, token, permission });
  await fetch(`${sessions}/${id}`, { method: 'PUT', headers, body });
  return { ...headers, ...TYPED };
}

/**
 * @param {number} number
 * @param {string} odsCode
 * @param {string} businessFunction
 */
export function platformUser(number, odsCode, businessFunction) {
  return {
    Authorization: `Bearer DEMO-CIS2-TOKEN-${number}`,
    'NHSD-End-User-Organisation-ODS': odsCode,
    'NHSD-eRS-Business-Function': businessFunction,
    ...TYPED,
  };
}

/**
 * @param {string} name
 * @param {object[]} parameter
 * @param {string} [id]
 */
function parameters(name, parameter, id) {
  const meta = { profile: [`${STU3}/StructureDefinition/${name}`] };
  return { resourceType: 'Parameters', ...(id && { id }), meta, parameter };
}

/**
 * @param {string} name
 * @param {string} system
 * @param {string} code
 */
const coding = (name, system, code) => ({
  name,
  valueCoding: { system: `${STU3}/CodeSystem/${system}`, code },
});

const search = parameters('eRS-PatientServiceSearch-Parameters-1', [
  coding('requestType', 'eRS-RequestType-1', 'APPOINTMENT_REQUEST'),
  coding('sortBy', 'eRS-SortBy-1', 'IWT'),
  {
    name: 'patient',
    valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: '9990123454' },
  },
  {
    name: 'searchCriteria',
    resource: parameters(
      'eRS-ServiceSearchCriteria-Parameters-1',
      [
        coding('priority', 'eRS-Priority-1', 'ROUTINE'),
        {
          name: 'specialty',
          valueCoding: {
            system: 'https://ers.example/STU3/v1/CodeSystem/SPECIALTY',
            code: 'CARDIOLOGY',
          },
        },
        coding('clinicType', 'eRS-ClinicType-1', 'ARRHYTHMIA'),
        { name: 'ageAndGenderAppropriate', valueBoolean: true },
      ],
      'ServiceSearchCriteria-1',
    ),
  },
]);

/**
 * @param {string} selector
 * @param {string} code
 */
export function listOf(selector, code) {
  const system = `${STU3}/CodeSystem/${selector}`;
  const valueCodeableConcept = { coding: [{ system, code }] };
  return parameters('eRS-FetchWorklist-Parameters-1', [{ name: 'listType', valueCodeableConcept }]);
}

const slotQuery = new URLSearchParams({
  'schedule.actor:HealthcareService': '70002',
  appointmentType: 'ROUTINE',
  status: 'free',
  _count: '100',
  page: '1',
});

/**
 * @param {string} name
 * @param {string} path
 * @param {Record<string, string>} headers
 * @returns {Read}
 */
const get = (name, path, headers) => ({ name, request: { method: 'GET', path, headers } });

/**
 * @param {string} name
 * @param {{ path: string, headers: Record<string, string> }} to
 * @param {object} body
 * @returns {Read}
 */
const post = (name, to, body) => ({
  name,
  request: { method: 'POST', ...to, body: JSON.stringify(body) },
});

/**
 * @param {string} base
 * @param {string} list
 * @returns {Promise<{ ubrn: string, version: number }>} a request that the simulator holds
 */
async function anyOf(base, list) {
  const answer = await fetch(`${base}/__simulator/${list}`);
  const { rows } = /** @type {{ rows: { ubrn: string, version: number }[] }} */ (
    await answer.json()
  );
  const [first] = rows;
  if (!first) throw new Error(`The simulator has no ${list}: give another --size.`);
  return first;
}

/**
 * What a practice and a hospital read all day, over both dialects.
 * @param {string} base
 * @returns {Promise<Read[]>}
 */
export async function mixedReads(base) {
  const hscn = '/ers-api/STU3/v1';
  const platform = '/referrals/FHIR/STU3';
  const fromHscn = await hscnSession(base, {
    token: 'DEMO-SMARTCARD-TOKEN-1',
    businessFunction: 'REFERRING_CLINICIAN',
    orgIdentifier: 'Y99001',
  });
  const referrer = platformUser(1, 'Y99001', 'REFERRING_CLINICIAN');
  const reviewer = platformUser(3, 'XN1', 'SERVICE_PROVIDER_CLINICIAN');
  const { ubrn, version } = await anyOf(base, 'referrals?state=NOT_BOOKED');
  const advice = await anyOf(base, 'advice?state=PROVIDER_RESPONSE_REQUIRED');
  const about = `CommunicationRequest/${advice.ubrn}`;
  const focus = `focus=ReferralRequest/${ubrn}/_history/${version}`;
  const searchPath = '/HealthcareService/$ers.searchHealthcareServicesForPatient';
  const worklist = `${platform}/ReferralRequest/$ers.fetchworklist`;
  const referrals = 'eRS-ReferralListSelector-1';
  return [
    get('A005 hscn', `${hscn}/ReferralRequest/${ubrn}`, fromHscn),
    get('A005 platform', `${platform}/ReferralRequest/${ubrn}`, referrer),
    get('A004 hscn', `${hscn}/CodeSystem/CLINIC-TYPE`, fromHscn),
    post('A010 hscn', { path: hscn + searchPath, headers: fromHscn }, search),
    get('A015 hscn', `${hscn}/Slot?${slotQuery}`, {
      ...fromHscn,
      'X-ERS-XAPI-COMM-RULE-ORG': 'Y99001',
    }),
    get('A015 platform', `${platform}/Slot?${slotQuery}`, {
      ...referrer,
      'NHSD-eRS-Comm-Rule-Org': 'Y99001',
    }),
    get('A024', `${platform}/${about}`, reviewer),
    get('A025', `${platform}/Communication?based-on=${about}/_history/${advice.version}`, reviewer),
    get('A029', `${platform}/Task?${focus}&intent=proposal&status=ready`, referrer),
    get('A030', '/referrals/FHIR/R4/PractitionerRole', referrer),
    get('A035', '/referrals/FHIR/R4/HealthcareService?_id=70001,70002,70003', referrer),
    post(
      'A008 review',
      { path: worklist, headers: reviewer },
      listOf(referrals, 'REFERRALS_FOR_REVIEW'),
    ),
    post(
      'A008 awaiting booking',
      { path: worklist, headers: referrer },
      listOf(referrals, 'AWAITING_BOOKING'),
    ),
    post(
      'A023',
      { path: `${platform}/CommunicationRequest/$ers.fetchworklist`, headers: reviewer },
      listOf('eRS-CommunicationListSelector-1', 'ADVICE_AND_GUIDANCE_REQUESTS'),
    ),
  ];
}
