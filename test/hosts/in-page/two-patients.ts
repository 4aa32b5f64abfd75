import { createInPageHost, type InPageHost } from '../../../host-adapters/in-page/in-page-host.ts';
import {
  ok,
  referralBody,
  refused,
  serviceEntry,
  type Json,
} from '../../../src/ers/answers.fixtures.ts';
import { addMilliseconds, type Instant } from '../../../src/domain/instant.ts';
import type { ErsResponse } from '../../../src/ers/transport.ts';
import type { LaunchInput } from '../../../src/host/launch-context.ts';
import { fakeClock, type FakeClock } from '../../../src/flows/testing/fake-ports.ts';
import {
  clinician,
  colin,
  josephine,
  launch,
  proxyEnd,
} from '../../../widgets/session/session-scene.ts';
import type { ErsSession } from '../../../widgets/session/session.ts';

/** One of two patients of whom nothing alike is known, so that each word tells whose it is. */
export interface Known {
  launch: LaunchInput;
  nhsNumber: string;
  service: string;
  /** Part of every text that e-RS gives for this patient. */
  mark: string;
}

const known = (patient: typeof josephine, service: string, mark: string): Known => ({
  launch: { ...launch, patient },
  nhsNumber: patient.nhsNumber.replaceAll(' ', ''),
  service,
  mark,
});

export const PATIENTS = [
  known(josephine, '11008', 'OF-JOSEPHINE'),
  known(colin, '22009', 'OF-COLIN'),
] as const;

const START = '2026-10-22T08:40:00.000Z' as Instant;

const DRAFT = {
  findBy: 'specialty',
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
  priority: 'ROUTINE',
  postcode: 'ZZ9 9ZZ',
  ageAndGenderAppropriate: true,
};

interface Call {
  operation: string;
  contextId: string;
  params: Record<string, string>;
}

/** A create as it reached the proxy, and who was open in the host at that moment. */
export interface SentCreate {
  text: string;
  bound: Known;
  openInHost: Known;
}

/** The host's page, the proxy and e-RS for two patients; every answer comes when `later` lets it. */
export class TwoPatients {
  readonly clock: FakeClock;
  readonly creates: SentCreate[] = [];
  readonly host: InPageHost;
  open: Known = PATIENTS[0];
  private readonly contexts = new Map<unknown, Known>();
  private readonly ubrns = new Map<string, Known>();
  private readonly proxy = proxyEnd({ roles: [clinician] });

  /** The page remembers what was sent, so each world has a `day` of its own. */
  constructor(
    private readonly later: <T>(what: string, answer: () => T) => Promise<T>,
    day: number,
  ) {
    this.clock = fakeClock(addMilliseconds(START, day * 86_400_000));
    const draftOf = ({ patient }: { patient: string }) => ({
      savedAt: this.clock.now(),
      content: {
        draft: DRAFT,
        shortlist: [this.known(patient).service],
        letterIntention: 'NOT_INTENDING_TO_ADD',
        reminderDays: '14',
      },
    });
    this.host = createInPageHost({
      context: this.open.launch,
      launchTicket: async () => 'ticket-1',
      now: this.clock.now,
      draftStore: {
        load: (key) => later('draft', () => draftOf(key)),
        save: async () => undefined,
        discard: async () => undefined,
      },
      openPatient: async (nhsNumber) => {
        this.switchTo(this.known(nhsNumber));
      },
    });
    const { answers } = this.proxy;
    answers['PUT /session/context'] = ({ contextId, nhsNumber }) => {
      this.contexts.set(contextId, this.known(String(nhsNumber)));
      return Response.json({});
    };
    answers['GET /session/intents'] = () => Response.json({ intents: [], ended: [] });
    answers['DELETE /session'] = () => Response.json({});
  }

  /** In place of the browser's own. */
  readonly fetch = async (url: string, init: { body: string }): Promise<Response> => {
    const operation = /operations\/(.+)$/.exec(url)?.[1];
    if (!operation) return this.later(url, () => this.proxy.answer(url, init)).then((it) => it);
    const call = JSON.parse(init.body) as Call;
    const { status, headers, body } = this.reached(call, init.body);
    return this.later(operation, () => new Response(JSON.stringify(body), { status, headers }));
  };

  /** The host opens the record; nothing is awaited. */
  switchTo(next: Known): void {
    this.open = next;
    void this.host.setContext(next.launch);
  }

  element(): ErsSession {
    const session = document.createElement('ers-session');
    session.clock = this.clock;
    session.config = { schema: '1', proxyBase: '/proxy', storage: 'host', banner: 'always' };
    session.host = this.host;
    session.append(document.createElement('ers-referral-builder'));
    return session;
  }

  /** What e-RS does as soon as the call is there, however late its answer is. */
  private reached(call: Call, text: string): ErsResponse {
    const bound = this.contexts.get(call.contextId);
    if (!bound) return refused(409);
    switch (call.operation) {
      case 'A004':
        return ok({ resourceType: 'CodeSystem', id: call.params['codeSystem'], ...this.codes() });
      case 'A010':
        return ok({ resourceType: 'List', entry: [serviceOf(bound)] });
      case 'A011':
        this.creates.push({ text, bound, openInHost: this.open });
        return { ...ok(this.referral(bound, this.newUbrn(bound))), status: 201 };
      case 'A005': {
        const ubrn = call.params['ubrn'] ?? '';
        return ok(this.referral(this.ubrns.get(ubrn) ?? bound, ubrn));
      }
      default:
        return refused(404);
    }
  }

  private newUbrn(bound: Known): string {
    const ubrn = `0000${PATIENTS.indexOf(bound) + 1}${String(this.ubrns.size).padStart(7, '0')}`;
    this.ubrns.set(ubrn, bound);
    return ubrn;
  }

  private referral({ nhsNumber, mark }: Known, id: string): Json {
    const subject = {
      identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber },
    };
    return marked(referralBody({ id, subject }), mark);
  }

  private codes(): Json {
    const concept = ['CARDIOLOGY', 'ARRHYTHMIA', 'ROUTINE', 'URGENT'].map((code) => ({
      code,
      display: code,
    }));
    return { concept };
  }

  private known(nhsNumber: string): Known {
    const found = PATIENTS.find((each) => each.nhsNumber === nhsNumber.replaceAll(' ', ''));
    if (!found) throw new Error('There is no such patient');
    return found;
  }
}

function serviceOf({ service, mark }: Known): Json {
  return marked(serviceEntry(service), mark);
}

function marked(body: Json, mark: string): Json {
  return JSON.parse(JSON.stringify(body).replaceAll('Service ', `${mark} `)) as Json;
}

/** Every word in the element's own trees and in what stands in its fields: seen or not. */
export function wordsIn(root: Node): string {
  const own =
    root instanceof Text
      ? root.data
      : root instanceof HTMLInputElement || root instanceof HTMLTextAreaElement
        ? root.value
        : '';
  const shadow = root instanceof Element && root.shadowRoot ? wordsIn(root.shadowRoot) : '';
  const attributes =
    root instanceof Element ? [...root.attributes].map(({ value }) => value).join(' ') : '';
  const isSheet = root instanceof HTMLStyleElement;
  const children = isSheet ? [] : [...root.childNodes].map(wordsIn);
  return [own, attributes, shadow, ...children].join(' ');
}
