import { referralOfAppointment, requireRelationship } from '../../core/referrals.ts';
import { refuse } from '../../core/refusal.ts';
import { etag, fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles } from '../../http/interaction.ts';
import { writeAppointment } from '../appointment.ts';

const paths = ['/Appointment/:id', '/Appointment/:id/_history/:version'];

export const retrieveAppointment: Interaction = {
  id: 'A038',
  method: 'GET',
  on: { 'api-platform': { paths, roles: clinicalRoles } },
  answer: (exchange) => {
    const { core, caller, path } = exchange;
    const referral = referralOfAppointment(core, path['id'] ?? '');
    requireRelationship(core, referral, caller);
    const { appointment } = referral;
    if (!appointment) return refuse('NO_SUCH_REQUEST', 'id', 'names no appointment.');
    const { version } = path;
    if (version !== undefined && version !== String(appointment.version)) {
      refuse('HISTORY_NOT_SUPPORTED', '_history', 'may only name the current version.');
    }
    return fhirJson(
      writeAppointment(exchange, referral, appointment),
      200,
      etag(appointment.version),
    );
  },
};
