import type { AdviceRequest } from '../core/advice.ts';
import type { Core } from '../core/core.ts';
import type { Referral } from '../core/model.ts';

const named = /(?:ReferralRequest|CommunicationRequest)\/(\d{12})/;

async function bodyTextOf(request: Request): Promise<string> {
  const hasBody = request.method === 'POST' || request.method === 'PUT';
  return hasBody ? request.clone().text() : '';
}

/** The referral or advice request that a call is about, wherever the dialect names it. */
export async function requestOf(
  core: Core,
  request: Request,
): Promise<Referral | AdviceRequest | undefined> {
  const url = decodeURIComponent(request.url);
  const ubrn = named.exec(url)?.[1] ?? named.exec(await bodyTextOf(request))?.[1];
  if (ubrn) return core.referrals.get(ubrn) ?? core.advice.get(ubrn);
  const appointment = /\/Appointment\/(\d+)/.exec(url)?.[1];
  if (!appointment) return undefined;
  return [...core.referrals.values()].find((one) => one.appointment?.id === appointment);
}

/** The id of the slot that a booking names. */
export async function slotOf(request: Request): Promise<string | undefined> {
  return /"Slot\/(\w+)"/.exec(await bodyTextOf(request))?.[1];
}
