import { expect, it } from 'vitest';
import {
  bodyOf,
  ControlMistake,
  flag,
  instant,
  oneOf,
  optional,
  readFields,
  text,
  wholeNumber,
} from './reading.ts';

const fields = {
  ubrn: text,
  kind: oneOf(['DBS', 'IBS']),
  seconds: optional(wholeNumber(1)),
  repeat: optional(flag),
  at: optional(instant),
};

it('reads what the fields say, and leaves out what may be left out', () => {
  const body = { ubrn: '000049283317', kind: 'IBS', at: '2026-10-16T09:30:00Z', repeat: true };
  expect(readFields(body, fields)).toEqual({ ...body, at: Date.UTC(2026, 9, 16, 9, 30) });
});

it.each([
  [{ kind: 'DBS' }, 'ubrn is missing or not text.'],
  [{ ubrn: ' ', kind: 'DBS' }, 'ubrn is missing or not text.'],
  [{ ubrn: '1', kind: 'dbs' }, 'kind is not one of DBS, IBS.'],
  [{ ubrn: '1', kind: 'DBS', seconds: 0 }, 'seconds is not a whole number of at least 1.'],
  [{ ubrn: '1', kind: 'DBS', seconds: '5' }, 'seconds is not a whole number of at least 1.'],
  [{ ubrn: '1', kind: 'DBS', repeat: 'yes' }, 'repeat is neither true nor false.'],
  [{ ubrn: '1', kind: 'DBS', at: 'noon' }, 'at is not an instant.'],
  [
    { ubrn: '1', kind: 'DBS', second: 5 },
    'There is no field second; there are ubrn, kind, seconds, repeat, at.',
  ],
])('says what is wrong with %j', (body, sentence) => {
  expect(() => readFields(body, fields)).toThrow(new ControlMistake(sentence));
});

it.each([
  ['{', 'The body is not JSON.'],
  ['[]', 'The body is not a JSON object.'],
  ['null', 'The body is not a JSON object.'],
])('refuses the body %s', async (content, sentence) => {
  const request = new Request('http://localhost', { method: 'POST', body: content });
  await expect(bodyOf(request)).rejects.toThrow(new ControlMistake(sentence));
});

it('takes no body for an empty one', async () => {
  expect(await bodyOf(new Request('http://localhost', { method: 'POST' }))).toEqual({});
});
