import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../domain/instant.ts';
import {
  age,
  bornWithAge,
  counted,
  fileSize,
  lengthOfTime,
  personName,
  spokenMoment,
} from './format.ts';

const on = (date: string): LocalDate => date as LocalDate;

describe('words and formats', () => {
  it.each([
    [{ family: 'Smith', given: 'John', title: 'Mr' }, 'SMITH, John (Mr)'],
    [{ family: 'O’Donoghue', given: 'Bernadette' }, 'O’DONOGHUE, Bernadette'],
    [{ family: 'Baby Nwosu' }, 'BABY NWOSU'],
  ])('writes the name %o as %s', (name, written) => {
    expect(personName(name)).toBe(written);
  });

  it('writes a birth date with the age on the day', () => {
    expect(bornWithAge(on('1968-03-14'), on('2026-03-13'))).toBe('14-Mar-1968 (57y)');
    expect(bornWithAge(on('1968-03-14'), on('2026-03-14'))).toBe('14-Mar-1968 (58y)');
  });

  it.each([
    ['2026-10-04', '2026-10-16', '12d'],
    ['2026-09-16', '2026-10-15', '29d'],
    ['2026-09-16', '2026-10-16', '1m'],
    ['2025-01-31', '2026-10-16', '20m'],
    ['2024-10-16', '2026-10-16', '2y'],
  ])('gives the age of one born %s on %s as %s', (born, day, written) => {
    expect(age(on(born), on(day))).toBe(written);
  });

  it('speaks a moment in the long form with the zone in words', () => {
    expect(spokenMoment('2026-10-22T08:40:00.000Z' as Instant)).toBe(
      '09:40, Thursday 22 October 2026, British Summer Time',
    );
    expect(spokenMoment('2026-10-26T09:40:00.000Z' as Instant)).toBe(
      '09:40, Monday 26 October 2026, Greenwich Mean Time',
    );
  });

  it.each([
    [1, '1 byte'],
    [18 * 1024, '18 KB'],
    [1024 * 1024, '1.0 MB'],
    [5 * 1024 * 1024, '5.0 MB'],
    [5 * 1024 * 1024 + 1, '5.1 MB'],
  ])('writes %i bytes as %s', (bytes, written) => {
    expect(fileSize(bytes)).toBe(written);
  });

  it.each([
    [0, '0 seconds'],
    [1.9, '1 second'],
    [120, '2 minutes'],
    [94, '1 minute 34 seconds'],
  ])('writes %d seconds as %s', (seconds, written) => {
    expect(lengthOfTime(seconds)).toBe(written);
  });

  it('counts in words', () => {
    expect(counted(1, 'service')).toBe('1 service');
    expect(counted(1200, 'service')).toBe('1,200 services');
  });
});
