import { LaunchError } from './launch-problem.ts';

const ANSWERS_WITHIN = 10_000;
const RELATIVE = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

/** A FHIR R4 resource as it came: nothing in it has been checked. */
export interface Resource {
  resourceType?: unknown;
  id?: unknown;
  identifier?: unknown;
  [element: string]: unknown;
}

/** The FHIR R4 server of the record system. The access token goes to it and nowhere else. */
export interface RecordServer {
  /**
   * A resource by its reference, relative or below the server's own base. Undefined where the
   * server does not give it; rejects with `LaunchError` where it does not answer.
   */
  read(reference: string): Promise<Resource | undefined>;
  /** Gives the status of the answer. Rejects where there was none. */
  create(resource: Resource): Promise<number>;
  /** The token is deleted: nothing is asked from then on. */
  forget(): void;
}

export interface RecordServerOptions {
  base: string;
  accessToken: string;
  fetch: typeof fetch;
}

export function createRecordServer({
  base,
  accessToken,
  fetch,
}: RecordServerOptions): RecordServer {
  let token: string | undefined = accessToken;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    if (!token) throw new LaunchError('ended');
    return fetch(`${base}/${path}`, authorised(token, init));
  };
  return {
    async read(reference) {
      const path = pathUnder(base, reference);
      if (!path) return undefined;
      try {
        return await resourceIn(await ask(path), path);
      } catch (error) {
        throw error instanceof LaunchError ? error : new LaunchError('no-answer');
      }
    },
    async create(resource) {
      const body = JSON.stringify(resource);
      const answer = await ask(String(resource.resourceType), { method: 'POST', body });
      return answer.status;
    },
    forget() {
      token = undefined;
    },
  };
}

function authorised(token: string, init: RequestInit): RequestInit {
  return {
    ...init,
    headers: {
      accept: 'application/fhir+json',
      authorization: `Bearer ${token}`,
      ...(init.body && { 'content-type': 'application/fhir+json' }),
    },
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Not to where somebody else's answer leads.
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWERS_WITHIN),
  };
}

/** Only the resource that was asked for. */
async function resourceIn(answer: Response, path: string): Promise<Resource | undefined> {
  if (!answer.ok) return undefined;
  const resource = (await answer.json()) as Resource | null;
  const isAsked = `${String(resource?.resourceType)}/${String(resource?.id)}` === path;
  return isAsked && resource ? resource : undefined;
}

/** `Patient/p1`. Undefined for another server's address: it would be sent the token. */
function pathUnder(base: string, reference: string): string | undefined {
  const relative = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  return RELATIVE.test(relative) ? relative : undefined;
}
