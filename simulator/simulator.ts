import { createControlApi } from './control/control-api.ts';
import type { FaultBook } from './control/faults.ts';
import { logged, newRequestLog } from './control/request-log.ts';
import type { Traffic } from './control/traffic.ts';
import type { Core, CoreOptions } from './core/core.ts';
import { createCore } from './core/core.ts';
import type { Dialect } from './core/model.ts';
import { createHscnFrontEnd } from './hscn/front-end.ts';
import type { FrontEnd } from './http/perform.ts';
import { createPlatformFrontEnd } from './platform/front-end.ts';
import { populate } from './seed/population/populate.ts';

export interface Simulator {
  /** Rejects where a real connection would be dropped. */
  fetch(request: Request): Promise<Response> | Response;
  core: Core;
}

export interface SimulatorOptions extends CoreOptions {
  /** The ways in; both unless said otherwise. */
  dialect?: Dialect | 'both';
  /** Fills e-RS at the start; what the size says unless told. */
  fill?: (core: Core) => void;
  /** Told whenever what e-RS holds may have changed. */
  changed?: () => void;
}

type Answering = (request: Request) => Response | Promise<Response>;

/** Each front end by the start of the paths that are its own. */
function frontEnds(frontEnd: FrontEnd, wanted: Dialect | 'both'): [string, Answering][] {
  const platform = createPlatformFrontEnd(frontEnd);
  const ends: [Dialect, string, Answering][] = [
    ['hscn', '/ers-api', createHscnFrontEnd(frontEnd).fetch],
    ['api-platform', '/referrals', platform.fetch],
    ['api-platform', '/object-store', platform.fetch],
  ];
  return ends
    .filter(([dialect]) => wanted === 'both' || wanted === dialect)
    .map(([, start, answering]) => [start, answering]);
}

/** A whole e-RS in memory; nothing runs until it is asked. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const seeded = (core: Core): void => populate(core, options.size ?? 'small');
  const core = createCore(options);
  (options.fill ?? seeded)(core);
  const faults: FaultBook = { waiting: [] };
  const traffic: Traffic = new Map();
  const log = newRequestLog();
  const changed = (): void => {
    log.changes += 1;
    options.changed?.();
  };
  const reset = (keepSessions: boolean): void => {
    const { sessions } = core;
    Object.assign(core, createCore(options));
    seeded(core);
    if (keepSessions) core.sessions = sessions;
    faults.waiting = [];
    traffic.clear();
  };
  const control = createControlApi({ core, faults, traffic, log, reset });
  const ends = frontEnds({ core, faults, traffic, log, changed }, options.dialect ?? 'both');
  const answerTo = (request: Request): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/__simulator')) return control.fetch(request);
    const [, answering] = ends.find(([start]) => pathname.startsWith(start)) ?? [];
    const answer = () => answering?.(request) ?? new Response(null, { status: 404 });
    return logged(log, { request, at: core.clock.iso() }, answer);
  };
  return {
    core,
    fetch: async (request) => {
      try {
        return await answerTo(request);
      } finally {
        if (request.method !== 'GET' && request.method !== 'HEAD') changed();
      }
    },
  };
}
