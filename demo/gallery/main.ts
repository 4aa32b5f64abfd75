/**
 * Shows every fixture of every part and widget, each under its name. `#<set>` shows one set, and
 * `#<set>/<fixture>` one fixture; `?plain` leaves the list of sets out, for pictures.
 */
import { html, render, type TemplateResult } from 'lit';
import { defineFixtureFrame } from '../../src/ui/fixture-frame.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';

const modules = import.meta.glob<{ fixtureSet: FixtureSet }>(
  '../../{src/ui,widgets}/**/*.fixtures.ts',
);

const paths = new Map(
  Object.keys(modules)
    .sort()
    .map((path) => [path.replace(/^.*\/(.+)\.fixtures\.ts$/, '$1'), path]),
);

async function setNamed(name: string): Promise<FixtureSet | undefined> {
  const load = modules[paths.get(name) ?? ''];
  return (await load?.())?.fixtureSet;
}

function fixtureTemplate(set: string, name: string, content: TemplateResult): TemplateResult {
  return html`<section id="${set}/${name}">
    <h2><a href="#${set}/${encodeURIComponent(name)}">${name}</a></h2>
    <div class="frame"><ers-fixture-frame .content=${content}></ers-fixture-frame></div>
  </section>`;
}

async function setTemplate(name: string, only: string | undefined): Promise<TemplateResult> {
  const set = await setNamed(name);
  if (!set) return html`<p>There is no fixture set “${name}”.</p>`;
  set.define?.();
  const shown = Object.entries(set.fixtures).filter(([fixture]) => !only || fixture === only);
  return html`<h1>${set.title}</h1>
    ${shown.map(([fixture, content]) => fixtureTemplate(name, fixture, content()))}`;
}

async function show(): Promise<void> {
  const [set, fixture] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const names = set ? [set] : [...paths.keys()];
  const page = await Promise.all(names.map((name) => setTemplate(name, fixture)));
  const [list, main] = [document.querySelector('nav'), document.querySelector('main')];
  if (list) render(navigation(), list);
  if (main) render(page, main);
  document.documentElement.dataset['sets'] = [...paths.keys()].join(' ');
  document.documentElement.dataset['shown'] = set ?? 'all';
}

function navigation(): TemplateResult {
  return html`<a href="#">All</a>
    ${[...paths.keys()].map((name) => html`<a href="#${name}">${name}</a>`)}`;
}

document.documentElement.classList.toggle('plain', location.search === '?plain');
defineFixtureFrame();
addEventListener('hashchange', () => void show());
void show();
