import { describe, expect, it } from 'vitest';
import { LAUNCH_PARAMETERS, onlyParameters } from './launch-address.ts';

const at = (query: string) => new URL(`https://app.example.nhs.uk/launch?${query}#fragment`);

describe('the address of a launch', () => {
  it('keeps iss and launch, and loses all that could choose a server, a client or a patient', () => {
    const others =
      'fhirServiceUrl=https://evil.example&patientId=p2&clientId=c&encounterId=e&key=k';
    const iss = 'https%3A%2F%2Fehr.example.nhs.uk%2Ffhir';
    const kept = onlyParameters(at(`${others}&iss=${iss}&launch=a%2Bb`), LAUNCH_PARAMETERS);
    expect(kept?.href).toBe(`https://app.example.nhs.uk/launch?iss=${iss}&launch=a%2Bb`);
  });

  it('is refused where a parameter is there twice, as two readers could take different ones', () => {
    expect(onlyParameters(at('iss=one&iss=two&launch=a'), LAUNCH_PARAMETERS)).toBeUndefined();
  });
});
