import type { DialectChoice } from './command-line.ts';
import { createControlApi } from './control/control-api.ts';
import type { FaultBook } from './control/faults.ts';
import type { Traffic } from './control/traffic.ts';
import type { Core, CoreOptions } from './core/core.ts';
import { createCore } from './core/core.ts';
import { createHscnFrontEnd } from './hscn/front-end.ts';

export interface Simulator {
  /** Rejects where a real connection would be dropped. */
  fetch(request: Request): Promise<Response> | Response;
  core: Core;
}

export interface SimulatorOptions extends CoreOptions {
  /** Which front ends answer; both unless told. */
  dialect?: DialectChoice;
}

/** A whole e-RS in memory; nothing runs until it is asked. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const core = createCore(options);
  const faults: FaultBook = { waiting: [] };
  const traffic: Traffic = new Map();
  const reset = (keepSessions: boolean): void => {
    const { sessions } = core;
    Object.assign(core, createCore(options));
    if (keepSessions) core.sessions = sessions;
    faults.waiting = [];
    traffic.clear();
  };
  const hscn = createHscnFrontEnd({ core, faults, traffic });
  const control = createControlApi({ core, faults, traffic, reset });
  return {
    core,
    fetch: (request) =>
      new URL(request.url).pathname.startsWith('/__simulator')
        ? control.fetch(request)
        : hscn.fetch(request),
  };
}
