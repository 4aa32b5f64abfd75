import type { Core } from './core.ts';
import type { BusinessFunction, Caller, Session } from './model.ts';
import { uuid } from './random.ts';

/** Undefined when the token is not that of a known smartcard. */
export function openSession(core: Core, token: string): Session | undefined {
  const user = core.directory.smartcards.get(token);
  if (!user) return undefined;
  const key = `pro-xapi-session_${uuid(core.random)}`;
  const session: Session = { key, user, openedAt: core.clock.iso() };
  core.sessions.set(key, session);
  return session;
}

export interface ChosenRole {
  businessFunction: BusinessFunction;
  orgIdentifier: string;
}

/** False when the user does not hold that function at that organisation. */
export function selectRole(session: Session, chosen: ChosenRole): boolean {
  const permission = session.user.permissions.find(
    (held) =>
      held.businessFunction === chosen.businessFunction &&
      held.orgIdentifier === chosen.orgIdentifier,
  );
  if (!permission) return false;
  session.permission = permission;
  return true;
}

export function callerOf(session: Session): Caller | undefined {
  if (!session.permission) return undefined;
  return {
    userId: session.user.identifier,
    role: session.permission.businessFunction,
    odsCode: session.permission.orgIdentifier,
    dialect: 'hscn',
  };
}
