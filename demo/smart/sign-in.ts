import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { GrantStore } from './grant-store.ts';
import type { Launches } from './launches.ts';

/** The one user of the demonstration. */
export const ACCOUNT = 'gp-1';

const SCOPES = [
  'openid',
  'fhirUser',
  'launch',
  'patient/Patient.read',
  'patient/DocumentReference.read',
  'patient/DocumentReference.write',
  'user/Practitioner.read',
  'user/Organization.read',
];

export interface SignInOptions {
  issuer: string;
  fhirBase: string;
  /** Origin of the app. */
  appBase: string;
  client: { id: string; redirectUris: string[] };
  launches: Launches;
  store: GrantStore;
}

/** The SMART authorisation server of the record system: OpenID Connect with launch context. */
export function createSignIn(options: SignInOptions): Provider {
  const provider = new Provider(options.issuer, configurationOf(options));
  provider.use(async (context, next) => {
    await next();
    // Launch context stands beside the token (SMART App Launch, "launch context arrives").
    const { AccessToken: token } = tokenEntitiesOf(context);
    const launch = options.launches.grantedBy(token?.grantId);
    if (launch && isJson(context.body)) {
      context.body = { ...context.body, ...contextOf(launch.patientId, options.issuer) };
    }
  });
  return provider;
}

function tokenEntitiesOf(context: unknown): KoaContextWithOIDC['oidc']['entities'] {
  const { oidc } = context as Partial<KoaContextWithOIDC>;
  return oidc?.route === 'token' ? oidc.entities : {};
}

function isJson(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && 'access_token' in body;
}

function contextOf(patient: string, issuer: string): Record<string, unknown> {
  return {
    patient,
    need_patient_banner: true,
    intent: 'referral-create',
    fhirContext: [{ reference: 'Organization/surgery-1' }],
    smart_style_url: `${issuer}/style-1.json`,
  };
}

function configurationOf(options: SignInOptions): Configuration {
  const { appBase, client, fhirBase, launches, store } = options;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    adapter: (name) => store.adapterFor(name),
    clients: [
      {
        client_id: client.id,
        redirect_uris: client.redirectUris,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientBasedCORS: (_context, origin) => origin === appBase,
    claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
    // SMART reads `fhirUser` from the ID token.
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    extraParams: launchParams(fhirBase, launches),
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, fhirUser: `${fhirBase}/Practitioner/${id}` }),
    }),
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    loadExistingGrant: (context) => grantFor(context, launches),
    pkce: { required: () => true },
    routes: { authorization: '/authorize', token: '/token', jwks: '/jwks' },
    scopes: SCOPES,
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      Session: 3600,
    },
  };
}

function launchParams(fhirBase: string, launches: Launches): Configuration['extraParams'] {
  return {
    aud: (_context, audience) => {
      if (audience !== fhirBase) throw new errors.InvalidRequest('aud is not this FHIR server');
    },
    launch: (_context, handle) => {
      if (!launches.find(handle)) throw new errors.InvalidRequest('launch is not known');
    },
  };
}

/** The user pressed the button in their own record system: nothing more is asked of them. */
async function grantFor({ oidc }: KoaContextWithOIDC, launches: Launches) {
  const { client, account, params, provider } = oidc;
  if (!client || !account) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope(String(params?.scope));
  const grantId = await grant.save();
  launches.grant(params?.launch, grantId);
  return grant;
}

/** `.well-known/smart-configuration` of the FHIR server. */
export function smartConfiguration(issuer: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    grant_types_supported: ['authorization_code'],
    scopes_supported: SCOPES,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    capabilities: [
      'launch-ehr',
      'client-public',
      'context-ehr-patient',
      'context-banner',
      'context-style',
      'sso-openid-connect',
      'permission-patient',
      'permission-user',
      'permission-v1',
    ],
  };
}
