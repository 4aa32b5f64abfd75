import { describe, expect, it } from 'vitest';
import { checkConfig, ConfigError } from './config.ts';

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
});
