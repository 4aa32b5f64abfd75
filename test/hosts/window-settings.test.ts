import { describe, expect, it } from 'vitest';
import { readSettings } from '../../host-adapters/window/frame-settings.ts';

const WIDGETS = ['referral-builder'];
const given = {
  schema: '1',
  widget: 'referral-builder',
  allowedHostOrigins: ['https://host.example.nhs.uk'],
  config: { schema: '1', proxyBase: 'https://proxy.example.nhs.uk' },
};

describe('the settings of the frame', () => {
  it('are the widget, who may show it, and the widgets’ own configuration', () => {
    expect(readSettings(given, WIDGETS)).toMatchObject({
      widget: 'referral-builder',
      allowedHostOrigins: ['https://host.example.nhs.uk'],
      config: { proxyBase: 'https://proxy.example.nhs.uk', storage: 'memory' },
    });
  });

  it.each<[string, object, string]>([
    ['nobody may show it', { allowedHostOrigins: [] }, 'allowedHostOrigins'],
    ['anybody may', { allowedHostOrigins: ['*'] }, 'allowedHostOrigins.0'],
    ['a page without an origin may', { allowedHostOrigins: ['null'] }, 'allowedHostOrigins.0'],
    ['an origin has a path', { allowedHostOrigins: ['https://a.test/'] }, 'allowedHostOrigins.0'],
    ['who may is left out', { allowedHostOrigins: undefined }, 'allowedHostOrigins'],
    ['the widget is unknown', { widget: 'constructor' }, 'widget'],
    ['the time has no zone', { trainingTime: '2026-10-16T09:30:00' }, 'trainingTime'],
    ['the configuration is wrong', { config: { schema: '1' } }, 'proxyBase'],
    ['there is more than is known', { role: 'ADMIN' }, 'role'],
    ['the schema is another', { schema: '2' }, 'schema'],
  ])('are refused, and the place is named, where %s', (_what, over, path) => {
    expect(() => readSettings({ ...given, ...over }, WIDGETS)).toThrow(
      expect.objectContaining({ name: 'ConfigError', path }),
    );
  });
});
