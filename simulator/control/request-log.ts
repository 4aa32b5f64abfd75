/** One request to e-RS as a trainer sees it: nothing of its headers, path or bodies. */
export interface LoggedRequest {
  /** Counts from 1 since the simulator began. */
  number: number;
  /** Simulated time at which it came, ISO 8601. */
  at: string;
  /** Such as A011; absent where nothing answers on the path. */
  interaction?: string;
  dialect: 'hscn' | 'api-platform';
  method: string;
  /** Absent where the line was dropped. */
  status?: number;
  /** Real time it took. */
  ms: number;
  transactionId?: string;
}

export interface RequestLog {
  /** Rises whenever what e-RS holds may have changed. */
  changes: number;
  last: number;
  rows: LoggedRequest[];
  /** Which interaction took up a request that is being answered. */
  interactions: WeakMap<Request, string>;
}

const KEPT = 200;

export function newRequestLog(): RequestLog {
  return { changes: 0, last: 0, rows: [], interactions: new WeakMap() };
}

export function noteInteraction(log: RequestLog, request: Request, interaction: string): void {
  log.interactions.set(request, interaction);
}

function transactionOf({ headers }: Response): string | null {
  return headers.get('X_ERS_TRANSACTION_ID') ?? headers.get('X-Request-ID');
}

/** Answers, and keeps a row of it whatever comes of it. */
export async function logged(
  log: RequestLog,
  { request, at }: { request: Request; at: string },
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const number = ++log.last;
  const began = performance.now();
  const note = (response?: Response): void => {
    const interaction = log.interactions.get(request);
    const transactionId = response && transactionOf(response);
    log.rows.push({
      number,
      at,
      ...(interaction && { interaction }),
      dialect: new URL(request.url).pathname.startsWith('/referrals/') ? 'api-platform' : 'hscn',
      method: request.method,
      ...(response && { status: response.status }),
      ms: Math.round(performance.now() - began),
      ...(transactionId && { transactionId }),
    });
    if (log.rows.length > KEPT) log.rows.shift();
  };
  try {
    const response = await answer();
    note(response);
    return response;
  } catch (error) {
    note();
    throw error;
  }
}
