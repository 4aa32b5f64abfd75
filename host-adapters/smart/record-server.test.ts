import { describe, expect, it } from 'vitest';
import { createRecordServer } from './record-server.ts';

const BASE = 'https://ehr.example.nhs.uk/fhir';

function opened(answer: (url: string) => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const server = createRecordServer({
    base: BASE,
    accessToken: 'secret',
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push({ url, init });
      return answer(url);
    },
  });
  return { asked, server };
}

const patient = () => Response.json({ resourceType: 'Patient', id: 'p1' });

describe('the FHIR server of a record system', () => {
  it('is asked with the token, without cookies, and follows no redirect', async () => {
    const { asked, server } = opened(patient);
    expect(await server.read('Patient/p1')).toMatchObject({ id: 'p1' });
    expect(asked[0]?.url).toBe(`${BASE}/Patient/p1`);
    expect(asked[0]?.init).toMatchObject({
      headers: { authorization: 'Bearer secret' },
      credentials: 'omit',
      redirect: 'error',
    });
  });

  it.each([
    'https://evil.example/fhir/Patient/p1',
    `${BASE}.evil.example/Patient/p1`,
    `${BASE}/../admin/p1`,
    '//evil.example/Patient/p1',
    'Patient/../p1',
    'Patient/p1?x=1',
    '',
  ])(
    'is not asked for the reference "%s", which would take the token elsewhere',
    async (foreign) => {
      const { asked, server } = opened(patient);
      expect(await server.read(foreign)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  it('takes its own resources by their whole address', async () => {
    const { server } = opened(patient);
    expect(await server.read(`${BASE}/Patient/p1`)).toMatchObject({ id: 'p1' });
  });

  it('gives nothing where it answers with another resource, or refuses', async () => {
    const another = opened(() => Response.json({ resourceType: 'Patient', id: 'p2' }));
    expect(await another.server.read('Patient/p1')).toBeUndefined();
    const refused = opened(() => new Response('', { status: 403 }));
    expect(await refused.server.read('Patient/p1')).toBeUndefined();
  });

  it('is said not to answer where it does not, or with something else than JSON', async () => {
    const silent = opened(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(silent.server.read('Patient/p1')).rejects.toMatchObject({ reason: 'no-answer' });
    const html = opened(() => new Response('<html>'));
    await expect(html.server.read('Patient/p1')).rejects.toMatchObject({ reason: 'no-answer' });
  });

  it('is asked nothing once the token was given back', async () => {
    const { asked, server } = opened(patient);
    server.forget();
    await expect(server.read('Patient/p1')).rejects.toMatchObject({ reason: 'ended' });
    await expect(server.create({ resourceType: 'DocumentReference' })).rejects.toBeDefined();
    expect(asked).toEqual([]);
  });
});
