import type { Referral } from '../../src/domain/referral.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';

/** How a booking, deferral or sending for triage without a known end has ended. */
export type BookingEnd =
  | { name: 'ers-appointment-booked'; ubrn: Ubrn; appointmentId: string | undefined }
  | { name: 'ers-referral-deferred' | 'ers-sent-for-triage'; ubrn: Ubrn };

const ON_ITS_WAY: readonly BookPhase['status'][] = ['sending', 'reading-back', 'unanswered'];

/**
 * The slot picker tells the host how a booking ends while it is on screen. A booking that e-RS has
 * left without an answer may be found done while another step is: then this does.
 */
export class BookingNews {
  private awaited: Ubrn | undefined;
  private pickerWasShown = false;

  /** To be asked after each render; tells an end once. */
  look(flow: ReferPatientFlow, pickerIsShown: boolean): BookingEnd | undefined {
    const wasTold = this.pickerWasShown;
    this.pickerWasShown = pickerIsShown;
    const referral = referralOf(flow);
    const status = flow.booking?.state.phase.status;
    if (status && ON_ITS_WAY.includes(status)) {
      this.awaited = referral?.ubrn;
      return undefined;
    }
    // The referral is being opened again: nothing is known of it yet.
    if (!referral || referral.ubrn !== this.awaited) return undefined;
    const end = endOf(referral);
    if (end || status !== 'opening') this.awaited = undefined;
    return wasTold ? undefined : end;
  }
}

function referralOf({ state: { opened }, booking }: ReferPatientFlow): Referral | undefined {
  return booking?.state.referral ?? (opened.status === 'open' ? opened.referral : undefined);
}

function endOf({ ubrn, state, appointment }: Referral): BookingEnd | undefined {
  if (state.code === 'BOOKED') {
    return { name: 'ers-appointment-booked', ubrn, appointmentId: appointment?.id };
  }
  if (state.code === 'AWAITING_TRIAGE') return { name: 'ers-sent-for-triage', ubrn };
  return state.code === 'DEFERRED_TO_PROVIDER'
    ? { name: 'ers-referral-deferred', ubrn }
    : undefined;
}
