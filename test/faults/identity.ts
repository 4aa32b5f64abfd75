import type { Simulator } from '../../simulator/simulator.ts';
import { logIn } from '../../simulator/test/hscn-caller.ts';
import type { DialectName } from './world.ts';

export const BASES: Record<DialectName, string> = {
  hscn: 'http://localhost/ers-api',
  'api-platform': 'http://localhost/referrals/FHIR',
};

/** What says who asks: over HSCN a session that is opened first. */
export async function identify(
  simulator: Simulator,
  dialect: DialectName,
): Promise<Readonly<Record<string, string>>> {
  if (dialect === 'api-platform') {
    return {
      Authorization: 'Bearer DEMO-CIS2-TOKEN-1',
      'NHSD-End-User-Organisation-ODS': 'Y99001',
      'NHSD-eRS-Business-Function': 'REFERRING_CLINICIAN',
    };
  }
  const { key } = await logIn({ simulator });
  return { XAPI_ASID: '200000000220', HTTP_X_SESSION_KEY: key };
}
