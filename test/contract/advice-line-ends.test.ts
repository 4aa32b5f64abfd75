import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';
import { logIn } from '../../simulator/test/hscn-caller.ts';
import { writeAdviceText } from '../../src/domain/advice-text.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { WriteResult } from '../../src/domain/problem.ts';
import { createErsClient, type ErsClient } from '../../src/ers/client.ts';
import { createDialectTransport } from '../../src/ers/dialect-transport.ts';
import { browserClock } from '../../widgets/session/clocks.ts';
import { BASES, identify } from '../faults/identity.ts';
import type { DialectName } from '../faults/world.ts';

// A page turns the line ends of a text field into its own; a clinical system need not.
const ODD = '<script>alert(1)</script>\r\nNails 🦶 since May.\r\n\r\n\tNo fever.\n';

function clientWith(
  simulator: Simulator,
  dialect: DialectName,
  identity: Readonly<Record<string, string>>,
): ErsClient {
  const fetch: typeof globalThis.fetch = async (input, init) =>
    simulator.fetch(new Request(input, init));
  const transport = createDialectTransport({
    base: BASES[dialect],
    dialect,
    fetch,
    identity: () => identity,
  });
  const newId = (): string => crypto.randomUUID();
  const ports = { dialect, transport, clock: browserClock, newId, random: () => 0 };
  return createErsClient({ ...ports, contextId: 'context' });
}

async function consultant(simulator: Simulator, dialect: DialectName): Promise<ErsClient> {
  const role = 'SERVICE_PROVIDER_CLINICIAN';
  if (dialect === 'api-platform') {
    return clientWith(simulator, dialect, {
      Authorization: 'Bearer DEMO-CIS2-TOKEN-3',
      'NHSD-End-User-Organisation-ODS': 'XN1',
      'NHSD-eRS-Business-Function': role,
    });
  }
  const { key } = await logIn({
    simulator,
    token: 'DEMO-SMARTCARD-TOKEN-3',
    businessFunction: role,
    orgIdentifier: 'XN1',
  });
  return clientWith(simulator, dialect, { XAPI_ASID: '200000000220', HTTP_X_SESSION_KEY: key });
}

function done<T>(result: WriteResult<T>): T {
  if (result.outcome === 'done') return result.value;
  throw new Error(JSON.stringify(result));
}

const intent = (): { intentId: string } => ({ intentId: crypto.randomUUID() });

describe.each([
  ['hscn', 2_000],
  ['api-platform', 8_000],
] as const)('a message of advice over %s', (dialect, longest) => {
  it('has every character of its text, line ends and markup too, when it is read again', async () => {
    let now = Date.parse('2026-10-16T09:30:00Z');
    const simulator = createSimulator({ seed: 1, clock: () => (now += 1_000) });
    const platform = 'api-platform';
    const practice = clientWith(simulator, platform, await identify(simulator, platform));
    const question = ODD.padEnd(8_000, 'q');
    const { request } = done(
      await practice.askForAdvice(
        {
          patient: '9990123454' as NhsNumber,
          criteria: {
            priority: 'ROUTINE',
            specialty: { code: 'DERMATOLOGY' },
            clinicType: { code: 'NAILS' },
            ageAndGenderAppropriate: false,
          },
          serviceId: '70149',
          text: question,
          mayConvert: true,
        },
        intent(),
      ),
    );
    const client = await consultant(simulator, dialect);
    const { ubrn, version } = await client.retrieveAdviceRequest(request.ubrn);
    const answer = ODD.padEnd(longest, 'a');
    const given = {
      ubrn,
      version,
      text: answer,
      outcome: 'REQUIRE_FURTHER_INFORMATION',
      priority: 'ROUTINE',
    } as const;
    done(await client.sendAdvice(given, intent()));
    const newest = await client.retrieveAdviceRequest(request.ubrn);
    const messages = await client.retrieveAdviceConversation(newest);
    expect(messages.map(({ text }) => writeAdviceText(text))).toEqual([question, answer]);
  });
});
