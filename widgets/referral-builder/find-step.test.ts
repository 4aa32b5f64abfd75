import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  at,
  criteria,
  draft,
  eastgate,
  foundState,
  harbour,
  manyServices,
  northmoor,
  services,
  shortlisted,
  UBRN,
} from './sample-states.ts';
import { show, find, focused, settled } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

describe('a half-typed UBRN', () => {
  it('stays in sight in a narrow widget when a search folds the form away', async () => {
    const { flow, builder, root } = await show({ find: { draft } });
    builder.style.display = 'block';
    builder.style.width = '360px';
    const field = find(root, '#open-ubrn') as HTMLInputElement;
    await userEvent.fill(field, '0000 49');
    find(root, '#search').click();
    flow.find.become(shortlisted);
    await settled(builder);
    expect(field.value).toBe('0000 49');
    expect(field.checkVisibility()).toBe(true);
    await userEvent.fill(field, '');
    await settled(builder);
    expect(field.checkVisibility()).toBe(true);
  });
});

describe('finding services', () => {
  it('has the Stop of a search beside its button too, as the results may be out of sight', async () => {
    const stopSearch = vi.fn();
    const search = { status: 'searching', criteria, since: at('09:35:00') } as const;
    const { root } = await show({ find: { search }, findActions: { stopSearch } });
    const [stop] = root.querySelectorAll<HTMLElement>('.criteria__search .ui-button--link');
    expect(stop?.textContent).toContain('Stop searching');
    stop?.click();
    expect(stopSearch).toHaveBeenCalledOnce();
  });

  it('does not send to other ways of searching where there is no session for any', async () => {
    const problem = { reason: 'session-ended', source: 'e-rs', correlationId: 'c', retry: 'never' };
    const lists = { status: 'failed', problem } as never;
    const { root } = await show({ find: { lists } });
    expect(root.textContent).not.toContain('You can search by clinical term');
  });

  it('chooses no priority', async () => {
    const { root } = await show();
    const chosen = root.querySelectorAll('[name=priority]:checked');
    expect(root.querySelectorAll('[name=priority]')).toHaveLength(3);
    expect(chosen).toHaveLength(0);
  });

  it('offers the clinic types of the chosen specialty only', async () => {
    const { root } = await show({ find: { draft: { ...draft, specialty: 'NEUROLOGY' } } });
    const offered = [...root.querySelectorAll<HTMLOptionElement>('#clinicType option:enabled')];
    expect(offered.map(({ label }) => label)).toEqual(['Headache']);
  });

  it('searches by Enter in a field', async () => {
    const search = vi.fn(async () => {});
    const { root } = await show({ findActions: { search } });
    find(root, '#postcode').focus();
    await userEvent.keyboard('{Enter}');
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('moves the focus to the number of services when they are found', async () => {
    const { flow, builder, root } = await show({ find: { draft } });
    find(root, '#search').focus();
    flow.find.become({ search: { status: 'searching', criteria, since: at('09:46:00') } });
    await settled(builder);
    flow.find.become({ ...foundState });
    await settled(builder);
    expect(focused(root)).toBe('4 services');
  });

  it('leaves the focus with a user who goes on changing the search', async () => {
    const { flow, builder, root } = await show({ find: { draft } });
    find(root, '#postcode').focus();
    flow.find.become({ ...foundState, stale: true });
    await settled(builder);
    expect(root.activeElement?.id).toBe('postcode');
  });

  it('ticks a service by Space and keeps the focus', async () => {
    const toggle = vi.fn();
    const { root } = await show({ find: foundState, findActions: { toggle } });
    find(root, `#service-${eastgate.id}`).focus();
    await userEvent.keyboard(' ');
    expect(toggle).toHaveBeenCalledWith(eastgate.id);
    expect(root.activeElement?.id).toBe(`service-${eastgate.id}`);
  });

  it('shows every safety field of every service, also where it is empty', async () => {
    const { root } = await show({ find: foundState });
    const rows = [...root.querySelectorAll('.service')].map((row) => row.textContent ?? '');
    expect(rows).toHaveLength(services.length);
    for (const label of [
      'Referrer alert',
      'Exclusions',
      'Suggested tests',
      'Conditions',
      'Sex, age',
    ]) {
      expect(rows.filter((row) => !row.includes(label))).toEqual([]);
    }
    expect(rows[0]).toContain('None given by the service');
    expect(rows[1]).toContain(northmoor.exclusions);
  });

  it('refuses a 21st service in words', async () => {
    const search = {
      status: 'found' as const,
      criteria,
      services: [...manyServices(20), northmoor],
      at: at('09:35:00'),
    };
    const { root } = await show({ find: { draft, search, shortlist: manyServices(20) } });
    expect(find(root, `#service-${northmoor.id}-note`).textContent).toContain(
      'You have 20 services, the most that e-RS allows.',
    );
  });

  it.each([
    ['an empty shortlist', foundState, 'tick at least 1 service'],
    ['a changed search', { ...shortlisted, stale: true }, 'your search has changed'],
    ['a vanished service', { ...shortlisted, vanished: [harbour.id] }, 'not in the last search'],
  ])('does not go on with %s', async (_, state, reason) => {
    const goTo = vi.fn();
    const { root } = await show({ find: state, actions: { goTo } });
    find(root, '#check').click();
    expect(goTo).not.toHaveBeenCalled();
    expect(find(root, '#check-why').textContent).toContain(reason);
  });

  it('keeps the focus on a service that is moved, and says where it is now', async () => {
    const { flow, builder, root } = await show({
      find: shortlisted,
      findActions: {
        move: () => flow.find.become({ shortlist: [eastgate, northmoor, harbour] }),
      },
    });
    find(root, `#tray-up-${eastgate.id}`).focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(root.activeElement?.id).toBe(`tray-down-${eastgate.id}`);
    expect(find(root, '[role=status].ui-hidden').textContent).toContain('is now first of 3');
  });

  it('compares and comes back to the button', async () => {
    const { builder, root } = await show({ find: shortlisted });
    find(root, '#compare').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(focused(root)).toBe('Compare 3 shortlisted services');
    [...root.querySelectorAll('button')]
      .find((one) => one.textContent?.includes('Back to'))
      ?.click();
    await settled(builder);
    expect(root.activeElement?.id).toBe('compare');
  });

  it('shows only what differs when asked', async () => {
    const alike = { ...shortlisted, shortlist: [northmoor, eastgate] };
    const { builder, root } = await show({ find: alike });
    find(root, '#compare').click();
    await settled(builder);
    const rows = (): number => root.querySelectorAll('.compare tbody tr').length;
    const all = rows();
    find(root, '#only-differences').click();
    await settled(builder);
    expect(rows()).toBeLessThan(all);
  });

  it('takes a code where names cannot be looked up', async () => {
    const change = vi.fn();
    const { root } = await show({
      find: {
        draft: { ...draft, findBy: 'clinical-term' },
        lookUp: { status: 'unavailable', field: 'clinicalTerm' },
      },
      findActions: { change },
    });
    find(root, '#clinicalTerm').focus();
    await userEvent.keyboard('8');
    expect(change).toHaveBeenCalledWith({ clinicalTerm: { code: '8' } });
  });

  it('opens a referral only by 12 digits', async () => {
    const open = vi.fn(async () => {});
    const { builder, root } = await show({ actions: { open } });
    find(root, '#open-ubrn').focus();
    await userEvent.keyboard('0000 4928{Enter}');
    await settled(builder);
    expect(open).not.toHaveBeenCalled();
    expect(find(root, '#open-ubrn-error').textContent).toContain('Enter a UBRN of 12 digits');
    await userEvent.keyboard(' 3317{Enter}');
    expect(open).toHaveBeenCalledWith(UBRN);
  });
});
