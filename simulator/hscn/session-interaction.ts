import type { Core } from '../core/core.ts';

/** One request to A001, A002 or A003. */
export interface SessionExchange {
  core: Core;
  request: Request;
  path: Readonly<Record<string, string>>;
}

/** Session calls are plain JSON and come before there is a role; only this dialect has them. */
export interface SessionInteraction {
  id: string;
  method: 'POST' | 'PUT' | 'DELETE';
  paths: readonly string[];
  answer(exchange: SessionExchange): Response | Promise<Response>;
}

export const sessionHeader = 'HTTP_X_SESSION_KEY';
export const asidHeader = 'XAPI_ASID';
