import { createWindowHost } from '../../../entries/host-adapters/window.ts';
import type { Harness } from '../harness.ts';
import type { Fault } from './in-page.ts';

const shell = {
  freeze: () => undefined,
  thaw: () => undefined,
  focus: () => undefined,
  openReferral: () => undefined,
  ended: () => undefined,
};

/** The page around this one is the host: `framed.html`. */
export function windowHarness(fault?: Fault): Harness {
  const { hostAround: around } = parent as Window & { hostAround?: Harness };
  if (!around) throw new Error('This adapter needs a host around the page: open framed.html.');
  return {
    ...around,
    host: `${around.host}, with the widgets in a frame`,
    async launch() {
      await around.launch();
      const adapter = createWindowHost({ allowedHostOrigins: [location.origin], shell });
      return fault ? fault(adapter) : adapter;
    },
  };
}
