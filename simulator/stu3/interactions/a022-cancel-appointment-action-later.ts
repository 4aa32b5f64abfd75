import type { ActionLater } from '../../core/review-booking.ts';
import { cancelAppointmentActionLater } from '../../core/review-booking.ts';
import { priorities } from '../../core/model.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { providerClinicians } from '../../http/interaction.ts';
import { booleanOf, codeAmong, readParameters, required, stringOf } from '../parameters.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { wantedFiles } from '../wanted-files.ts';
import { referralToChange } from '../write-target.ts';

const file = 'providerAttachmentFile';
const onReferral = '/ReferralRequest/:ubrn/';

/** The profile of the one HSCN sample; the platform names it like its neighbours. */
const profiles = {
  hscn: 'eRS-cancelAppointmentActionLater-Operation-1',
  'api-platform': 'eRS-cancelAppointmentActionLater-Parameters-1',
} as const;

function readActionLater({ variant }: Exchange, body: unknown): ActionLater {
  const set = readParameters(body, 'Parameters', {
    profile: profiles[variant.dialect],
    names: ['comments', 'priority', 'appointmentCancelledInPAS', file],
    repeating: [file],
  });
  return {
    comments: required(stringOf(set, 'comments'), 'comments'),
    priority: codeAmong(set, 'priority', { system: '/eRS-Priority-1', codes: priorities }),
    cancelledInPas: booleanOf(set, 'appointmentCancelledInPAS'),
    files: wantedFiles(set, { name: file, type: 'PROVIDER', wrong: 'INAPPROPRIATE_VALUE' }),
  };
}

/** The operation has a capital letter over HSCN alone. */
export const cancelAppointmentAndActLater: Interaction = {
  id: 'A022',
  method: 'POST',
  on: {
    hscn: {
      paths: [`${onReferral}$ers.CancelAppointmentActionLater`],
      roles: providerClinicians,
    },
    'api-platform': {
      paths: [`${onReferral}$ers.cancelAppointmentActionLater`],
      roles: providerClinicians,
    },
  },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    const wanted = readActionLater(exchange, body);
    cancelAppointmentActionLater(core, caller, { referral, wanted });
    return referralResponse(exchange, referral, 'A022');
  },
};
