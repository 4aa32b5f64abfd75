import type { ServiceRequest } from 'fhir/r4';
import type { AdviceRequest } from '../../../core/advice.ts';
import { requireAdviceRelationship, statusOfAdvice } from '../../../core/advice.ts';
import type { Referral } from '../../../core/model.ts';
import { requireRelationship } from '../../../core/referrals.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Exchange, Interaction } from '../../../http/interaction.ts';
import { clinicalRoles } from '../../../http/interaction.ts';
import { r4Base, r4CodeSystem, r4NhsNumberSystem, ubrnSystem } from '../names.ts';
import type { Found } from '../search-set.ts';
import { searchSet } from '../search-set.ts';

/** `[system|]ubrn` */
function ubrnOf(url: URL): string {
  const given = url.searchParams.get('identifier');
  if (!given) return refuse('REC_BAD_REQUEST', 'identifier', 'is missing.');
  const [value = '', system = ubrnSystem] = given.split('|').reverse();
  if (system === ubrnSystem && /^\d{12}$/.test(value)) return value;
  return refuse('REC_BAD_REQUEST', 'identifier', 'is not a UBRN.');
}

type Requested = Pick<Referral, 'ubrn' | 'requestId' | 'version' | 'patient'>;

function serviceRequest(
  { ubrn, version, patient }: Requested,
  own: Pick<ServiceRequest, 'status' | 'code'> & { id: string; category: string },
): Found<ServiceRequest> {
  const { id, category, status, code } = own;
  const system = r4CodeSystem('message-category-servicerequest');
  return {
    fullUrl: `${r4Base}/ServiceRequest/${id}`,
    resource: {
      id,
      meta: { versionId: String(version) },
      resourceType: 'ServiceRequest',
      identifier: [{ system: ubrnSystem, value: ubrn }],
      status,
      intent: 'order',
      category: [{ coding: [{ system, code: category }] }],
      ...(code && { code }),
      subject: { identifier: { system: r4NhsNumberSystem, value: patient } },
    },
  };
}

function referralRequest(referral: Referral): Found<ServiceRequest> {
  return serviceRequest(referral, {
    id: `r.${referral.requestId}`,
    category: 'referral',
    status: referral.state === 'CANCELLED_REFERRAL' ? 'revoked' : 'active',
  });
}

function adviceRequest(advice: AdviceRequest): Found<ServiceRequest> {
  const status = statusOfAdvice(advice);
  const system = r4CodeSystem('servicerequest-code');
  return serviceRequest(advice, {
    id: `a.${advice.requestId}`,
    category: 'request',
    status: status === 'cancelled' ? 'revoked' : status,
    code: { coding: [{ system, code: 'advice-and-guidance' }] },
  });
}

function found({ core, caller }: Exchange, ubrn: string): Found<ServiceRequest>[] {
  const [referral, advice] = [core.referrals.get(ubrn), core.advice.get(ubrn)];
  if (referral) requireRelationship(core, referral, caller);
  if (advice) requireAdviceRelationship(core, advice, caller);
  return [
    ...(referral ? [referralRequest(referral)] : []),
    ...(advice ? [adviceRequest(advice)] : []),
  ];
}

/** Marked as in development: a UBRN may name a referral, an advice request, or both. */
export const searchServiceRequests: Interaction = {
  id: 'A041',
  method: 'GET',
  release: 'R4',
  on: { 'api-platform': { paths: ['/ServiceRequest'], roles: clinicalRoles } },
  answer: (exchange) => {
    const ubrn = ubrnOf(exchange.url);
    const search = `ServiceRequest?identifier=${encodeURIComponent(`${ubrnSystem}|${ubrn}`)}`;
    return searchSet(exchange.core, { search }, found(exchange, ubrn));
  },
};
