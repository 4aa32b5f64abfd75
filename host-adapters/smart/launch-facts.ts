import { textOf } from './identifiers.ts';
import { LaunchError } from './launch-problem.ts';

/** Agreed with record systems out of band: which widget is meant. */
const INTENTS = ['referral-create', 'slot-pick', 'advice-thread', 'worklist'] as const;
const LONGEST_APP_CONTEXT = 4000;
const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** Hints of the record system. They may fill something in, and never send anything. */
export interface SmartLaunch {
  /** False where the record system shows its own banner around the app. */
  needPatientBanner: boolean;
  /** Absent: the page's default. An intent that we do not know is left out. */
  intent?: (typeof INTENTS)[number] | undefined;
  /** Text of the record system's own form, at most 4000 characters. */
  appContext?: string | undefined;
  tenant?: string | undefined;
  /** FHIR id of the encounter. */
  encounterId?: string | undefined;
}

/** What stands beside the access token, read and checked. */
export interface LaunchFacts {
  accessToken: string;
  /** Absent where the server did not say it: then all that was asked is granted (RFC 6749 §5.1). */
  grantedScope?: string | undefined;
  /** FHIR id, not an NHS number. */
  patientId: string;
  /** Reference or address of the user's own resource. */
  fhirUser?: string | undefined;
  /** References of the launch context, of any type. */
  context: readonly string[];
  styleUrl?: string | undefined;
  launch: SmartLaunch;
}

/** Rejects with a `LaunchError` what names no patient. Text that is not of its form is left out. */
export function readLaunchFacts(
  response: Readonly<Record<string, unknown>>,
  { clientId, now }: { clientId: string; now: number },
): LaunchFacts {
  const accessToken = textOf(response.access_token);
  if (!accessToken) throw new LaunchError('refused');
  const patientId = textOf(response.patient);
  if (!patientId || !FHIR_ID.test(patientId)) throw new LaunchError('no-patient');
  return {
    accessToken,
    grantedScope: textOf(response.scope),
    patientId,
    fhirUser: fhirUserOf(textOf(response.id_token), { clientId, now }),
    context: contextOf(response.fhirContext),
    styleUrl: textOf(response.smart_style_url),
    launch: launchOf(response),
  };
}

function launchOf(response: Readonly<Record<string, unknown>>): SmartLaunch {
  const encounterId = textOf(response.encounter);
  const appContext = textOf(response.appContext);
  return {
    needPatientBanner: response.need_patient_banner !== false,
    intent: INTENTS.find((intent) => intent === response.intent),
    appContext: appContext && appContext.length <= LONGEST_APP_CONTEXT ? appContext : undefined,
    tenant: textOf(response.tenant),
    encounterId: encounterId && FHIR_ID.test(encounterId) ? encounterId : undefined,
  };
}

function contextOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: { reference?: unknown } | null) => textOf(item?.reference) ?? []);
}

/**
 * Its signature need not be checked, as it comes from the token endpoint itself over TLS (OpenID
 * Connect Core 3.1.3.7, 6); that it is for us and still good is checked.
 */
function fhirUserOf(
  idToken: string | undefined,
  { clientId, now }: { clientId: string; now: number },
): string | undefined {
  const claims = idToken && claimsOf(idToken);
  if (!claims) return undefined;
  const audience = [claims.aud].flat();
  const isFresh = typeof claims.exp === 'number' && claims.exp * 1000 > now;
  return audience.includes(clientId) && isFresh ? textOf(claims.fhirUser) : undefined;
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
