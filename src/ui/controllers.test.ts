import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { instantOf, type Clock, type Instant } from '../domain/instant.ts';
import { ErsElement } from './base-element.ts';
import { defineOnce } from './define.ts';
import { ElapsedController } from './elapsed-controller.ts';
import { FlowController, type Flow } from './flow-controller.ts';
import { LiveRegion } from './live-region.ts';

/** A clock whose second passes when the test says so. */
function handClock() {
  let now = 0;
  let waiting: (() => void)[] = [];
  const clock: Clock = {
    now: () => instantOf(now),
    wait: (_, signal) =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i += 1) {
      now += 1000;
      const due = waiting;
      waiting = [];
      due.forEach((wake) => wake());
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { clock, pass, waiters: () => waiting.length };
}

function handFlow<S>(first: S) {
  const listeners = new Set<() => void>();
  let state = first;
  const flow: Flow<S> = {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const go = (next: S): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  return { flow, go, listeners };
}

class Watcher extends ErsElement {
  clock: Clock | undefined;
  readonly said: number[] = [];
  readonly elapsed = new ElapsedController(
    this,
    () => this.clock,
    (seconds) => this.said.push(seconds),
  );
  readonly live = new LiveRegion(this);
  readonly flow = new FlowController<string>(this);

  override hasUnsavedInput(): boolean {
    return false;
  }

  override blank(): void {}

  protected override render(): TemplateResult {
    return html`<p>${this.flow.state}, ${this.elapsed.seconds} s</p>
      ${this.live.region()}`;
  }
}

async function shown(): Promise<Watcher> {
  defineOnce('test-watcher', Watcher);
  const element = new Watcher();
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

function words(element: Watcher): string | undefined {
  return element.renderRoot.querySelector('p')?.textContent;
}

describe('the time that has passed', () => {
  it('is shown each second from the clock that was handed in', async () => {
    const { clock, pass } = handClock();
    const element = await shown();
    element.clock = clock;
    element.elapsed.start();
    await pass(3);
    await element.updateComplete;
    expect(words(element)).toContain('3 s');
    expect(element.said).toEqual([1, 2, 3]);
  });

  it('counts from an earlier moment after a reload', async () => {
    const { clock, pass } = handClock();
    await pass(50);
    const element = await shown();
    element.clock = clock;
    element.elapsed.start('1970-01-01T00:00:10.000Z' as Instant);
    expect(element.elapsed.seconds).toBe(40);
  });

  it('stops for good when it is stopped, and waits while its element is out of the page', async () => {
    const { clock, pass } = handClock();
    const element = await shown();
    element.clock = clock;
    element.elapsed.start();
    element.remove();
    await pass(2);
    expect(element.said).toEqual([]);
    document.body.append(element);
    await pass(1);
    expect(element.said).toEqual([3]);
    element.elapsed.stop();
    await pass(1);
    expect(element.said).toEqual([3]);
    expect(element.elapsed.seconds).toBe(0);
  });
});

describe('a flow on screen', () => {
  it('is shown again at each change', async () => {
    const { flow, go } = handFlow('choosing');
    const element = await shown();
    element.flow.follow(flow);
    await element.updateComplete;
    expect(words(element)).toContain('choosing');
    go('booking');
    await element.updateComplete;
    expect(words(element)).toContain('booking');
  });

  it('is left when its element leaves the page, and when another is followed', async () => {
    const first = handFlow('choosing');
    const second = handFlow('booked');
    const element = await shown();
    element.flow.follow(first.flow);
    element.flow.follow(second.flow);
    expect(first.listeners.size).toBe(0);
    expect(second.listeners.size).toBe(1);
    element.remove();
    expect(second.listeners.size).toBe(0);
    document.body.append(element);
    expect(second.listeners.size).toBe(1);
  });
});

describe('a live region', () => {
  it('says things politely and urgently, each in its own place', async () => {
    const element = await shown();
    element.live.announce('4 services');
    element.live.announce('Select a priority', 'assertive');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('[role=status]')?.textContent).toContain('4 services');
    expect(element.renderRoot.querySelector('[role=alert]')?.textContent).toContain(
      'Select a priority',
    );
  });

  it('changes when the same is said twice, so that it is read twice', async () => {
    const element = await shown();
    const status = element.renderRoot.querySelector('[role=status]');
    element.live.announce('Copied');
    await element.updateComplete;
    const first = status?.textContent;
    element.live.announce('Copied');
    await element.updateComplete;
    expect(status?.textContent).not.toBe(first);
  });
});
