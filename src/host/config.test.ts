import { describe, expect, it } from 'vitest';
import { checkConfig, checkSmartConfig, ConfigError } from './config.ts';

const right = { schema: '1', proxyBase: 'https://gp.example.nhs.uk/ers' };

function pathOfMistake(config: unknown): string {
  try {
    checkConfig(config);
  } catch (error) {
    if (error instanceof ConfigError) return error.path;
  }
  throw new Error('This configuration was taken');
}

describe('the configuration', () => {
  it('stores nothing on the computer unless it says so', () => {
    expect(checkConfig(right).storage).toBe('memory');
  });

  it('is refused with the path of what is wrong', () => {
    expect(pathOfMistake({ ...right, schema: '2' })).toBe('schema');
    expect(pathOfMistake({ ...right, dialect: 'hl7' })).toBe('dialect');
    expect(pathOfMistake({ ...right, features: { 'book-appointment': 'yes' } })).toBe(
      'features.book-appointment',
    );
    expect(pathOfMistake({ schema: '1' })).toBe('proxyBase');
  });

  it('is refused when it holds a word that it does not know', () => {
    expect(pathOfMistake({ ...right, features: { 'delete-referral': true } })).toBe(
      'features.delete-referral',
    );
    expect(pathOfMistake({ ...right, proxybase: '/x' })).toBe('proxybase');
  });

  it('takes no address with a query, which could carry patient data', () => {
    expect(pathOfMistake({ ...right, proxyBase: 'https://gp.example.nhs.uk/ers?x=1' })).toBe(
      'proxyBase',
    );
  });

  it('names the record systems that may launch by whole addresses over https', () => {
    const smart = {
      issAllow: ['https://ehr.example.nhs.uk/fhir'],
      clientId: 'e-referral',
      scope: 'launch openid fhirUser patient/Patient.read',
    };
    expect(checkConfig({ ...right, smart }).smart).toEqual(smart);
    expect(checkSmartConfig({ ...smart, issAllow: ['http://localhost:4183/fhir'] })).toBeDefined();
    const issAllow = (iss: string) => ({ ...right, smart: { ...smart, issAllow: [iss] } });
    expect(pathOfMistake(issAllow('http://ehr.example.nhs.uk/fhir'))).toBe('smart.issAllow.0');
    expect(pathOfMistake(issAllow('https://ehr.example.nhs.uk/fhir?x'))).toBe('smart.issAllow.0');
    expect(pathOfMistake({ ...right, smart: { ...smart, issAllow: [] } })).toBe('smart.issAllow');
  });

  it('asks no record system for access that outlives the user', () => {
    const smart = { issAllow: ['https://ehr.example.nhs.uk/fhir'], clientId: 'e-referral' };
    const scope = 'launch openid offline_access';
    expect(pathOfMistake({ ...right, smart: { ...smart, scope } })).toBe('smart.scope');
    expect(() => checkSmartConfig({ ...smart, scope })).toThrow('smart.scope');
  });
});
