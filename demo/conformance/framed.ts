import { mountErsFrame } from '../../entries/host-adapters/window.ts';
import type { HostAdapter } from '../../entries/host.ts';
import type { Harness } from './harness.ts';
import { inPage } from './harnesses/demo.ts';

const frame = document.getElementById('frame');
if (!(frame instanceof HTMLIFrameElement)) throw new Error('There is no #frame');

const harness = await inPage();
const first = await harness.launch();
const mounted = mountErsFrame({ host: first, origin: location.origin, frame });

/** What the page inside drives its host with; of the same origin, for this trial only. */
const hostAround: Harness = {
  ...harness,
  async launch(): Promise<HostAdapter> {
    const host = await harness.launch();
    mounted.setHost(host);
    return host;
  },
};
Object.assign(globalThis, { hostAround });
frame.src = `./${location.search}`;
