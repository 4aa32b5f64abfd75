import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { endedContext, sessionContext, type WidgetSession } from './context.ts';

const organisation = { odsCode: 'Y99001', name: 'Ashdown Surgery' };
export const clinician = { businessFunction: 'REFERRING_CLINICIAN', organisation };
export const admin = { businessFunction: 'REFERRING_CLINICIAN_ADMIN', organisation };
export const josephine = {
  nhsNumber: '999 012 3454',
  birthDate: '1968-03-14',
  name: { family: 'Hargreaves' },
};
export const colin = {
  nhsNumber: '999 034 8715',
  birthDate: '1951-11-02',
  name: { family: 'Ashworth' },
};
export const launch = { user: { id: '021600550204' }, organisation, patient: josephine };

/** A widget that only notes what its session tells it. */
export class NoteTaker extends LitElement {
  unsaved = false;
  undone: string | undefined;
  draft = false;
  blanked = 0;
  signedInAgain = 0;
  seen: WidgetSession | undefined;
  hasEnded: boolean | undefined;
  private leave = (): void => {};

  protected readonly consumer = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: (session) => this.notice(session),
  });

  protected readonly endConsumer = new ContextConsumer(this, {
    context: endedContext,
    subscribe: true,
    callback: (hasEnded) => {
      this.hasEnded = hasEnded;
    },
  });

  private notice(session: WidgetSession | undefined): void {
    this.seen = session;
    this.leave();
    if (session?.status !== 'ready' && session?.status !== 'listing') return;
    this.leave = session.join({
      hasUnsavedInput: () => this.unsaved,
      leftUndone: () => this.undone,
      hasDraft: () => this.draft,
      blank: () => {
        this.blanked += 1;
      },
      signedInAgain: () => {
        this.signedInAgain += 1;
      },
    });
  }
}

interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** The proxy's end of the session protocol, answering at once. */
export function proxyEnd({ roles = [clinician, admin], dialect = 'hscn' } = {}) {
  const sent: Sent[] = [];
  const session = {
    user: { sdsUserId: '021600550204', name: 'FENWICK, Ruth (Dr)' },
    roles,
    dialect,
    environment: 'training',
    csrf: 'csrf-1',
  };
  const answers: Record<string, (body: Sent['body']) => Response | Promise<Response>> = {
    'GET /session': () => new Response('{}', { status: 401 }),
    'POST /session/redeem': () => Response.json(session),
    'PUT /session/role': (role) => Response.json({ ...session, role }),
    'PUT /session/context': () => Response.json({}),
  };
  const answer = async (url: string, init: RequestInit): Promise<Response> => {
    const path = url.replace('/proxy', '');
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as Sent['body'];
    sent.push({ method: init.method ?? 'GET', path, body });
    const given = answers[`${init.method} ${path.replace(/(operations).*/, '$1')}`];
    return given ? given(body) : new Response('{}', { status: 401 });
  };
  return { sent, answers, answer };
}
