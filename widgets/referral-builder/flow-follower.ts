import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';

interface Followed {
  subscribe(listener: () => void): () => void;
}

/** Renders its host again at each change of the flow or of one of its parts, which come and go. */
export class FlowFollower implements ReactiveController {
  private readonly stops = new Map<Followed, () => void>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Called before each render: a part that has come since is followed from then on. */
  follow(flow: ReferPatientFlow | undefined): void {
    const wanted = new Set<Followed>(flow ? partsOf(flow) : []);
    for (const [part, stop] of this.stops) {
      if (wanted.has(part)) continue;
      stop();
      this.stops.delete(part);
    }
    for (const part of wanted) {
      if (this.stops.has(part)) continue;
      this.stops.set(
        part,
        part.subscribe(() => this.host.requestUpdate()),
      );
    }
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }
}

function partsOf(flow: ReferPatientFlow): Followed[] {
  const { find, create, letters, patientLetter, booking, lost } = flow;
  return [flow, find, create, letters, patientLetter, booking, ...lost].filter(
    (part) => part !== undefined,
  );
}
