import type { Role, User } from '../src/domain/user.ts';
import type { OperationId } from '../src/ers/transport.ts';
import type { Refusal } from './answers.ts';
import type { Audit } from './audit.ts';
import type { Upstream } from './forward.ts';
import type { RateBucket } from './rate-bucket.ts';

/** What the host's server gives when a user opens the widgets. */
export interface Launch {
  /** The smartcard's SSO token over HSCN, the OAuth access token on the platform. */
  token: string;
  /** For the platform, which tells no names. */
  userName?: string | undefined;
}

export interface OpenedSession {
  /** e-RS's own session; empty where it has none. */
  sessionKey: string;
  user: User;
  roles: readonly Role[];
}

/** Who holds the session that a call is about. */
export interface SessionHolder {
  sessionKey: string;
  token: string;
  user: User;
  role?: Role | undefined;
  correlationId: string;
}

/** As whom one operation is called. */
export interface Acting {
  operation: OperationId;
  correlationId: string;
  sessionKey: string;
  token: string;
  role: Role;
  /** SDS user id of the clinician that a service provider clinician admin acts for. */
  onBehalfOf?: string | undefined;
}

/** How a dialect of e-RS knows who asks. */
export interface Identity {
  /** Whether a clinician acted for goes with the role. */
  readonly takesOnBehalfOf: boolean;
  open(launch: Launch, correlationId: string): Promise<OpenedSession | Refusal>;
  chooseRole(holder: SessionHolder, role: Role): Promise<Refusal | undefined>;
  close(holder: SessionHolder): Promise<Refusal | undefined>;
  headers(acting: Acting): Readonly<Record<string, string>>;
}

export interface IdentityPorts {
  upstream: Upstream;
  bucket: RateBucket;
  audit: Audit;
  asid: string;
}
