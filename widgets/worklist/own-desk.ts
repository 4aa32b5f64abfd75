import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';
import { EMPTY_FORM } from './filter-fields.ts';
import type { ListBrowser } from './list-browser.ts';
import type { ListDesk } from './list-desk.ts';
import { memoryOf, type Place } from './list-memory.ts';
import type { RowOpening } from './list-view.ts';

interface DeskHost {
  letterKeys: 'on' | 'off';
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface DeskOptions extends Pick<ListDesk, 'say' | 'asksToOpen'> {
  flow: ProviderWorklistFlow;
  browser: ListBrowser;
  openRow: ((row: DeskRow) => Promise<void>) | undefined;
}

/** One for each time that a list is shown: what is typed and under way goes with it. */
export class OwnDesk implements ListDesk {
  readonly flow: ProviderWorklistFlow;
  readonly browser: ListBrowser;
  readonly openRow: DeskOptions['openRow'];
  readonly say: ListDesk['say'];
  readonly asksToOpen: ListDesk['asksToOpen'];
  form = EMPTY_FORM;
  opening: RowOpening | undefined;

  constructor(
    private readonly host: DeskHost,
    { flow, browser, openRow, say, asksToOpen }: DeskOptions,
  ) {
    this.flow = flow;
    this.browser = browser;
    this.openRow = openRow;
    this.say = say;
    this.asksToOpen = asksToOpen;
  }

  get place(): Place {
    return memoryOf(this.flow).placeIn(this.flow.state.list);
  }

  get letterKeys(): 'on' | 'off' {
    return this.host.letterKeys;
  }

  set letterKeys(to: 'on' | 'off') {
    this.host.letterKeys = to;
  }

  redraw(): void {
    this.host.requestUpdate();
  }

  async focusOn(selector: string): Promise<HTMLElement | null> {
    await this.host.updateComplete;
    const element = this.host.renderRoot.querySelector<HTMLElement>(selector);
    element?.focus();
    return element;
  }
}
