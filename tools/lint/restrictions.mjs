// What the engine and the widgets must not do, as data for ESLint's no-restricted-* rules.

const FROM_CONNECT = 'It arrives as an argument of connect().';

/** Globals of the browser that src and widgets never read themselves. */
export const injectedGlobals = {
  globals: [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'indexedDB',
    'localStorage',
    'sessionStorage',
  ].map((name) => ({ name, message: FROM_CONNECT })),
  checkGlobalObject: true,
};

export const injectedProperties = [
  { object: 'Date', property: 'now', message: FROM_CONNECT },
  { object: 'crypto', property: 'randomUUID', message: FROM_CONNECT },
  { object: 'performance', property: 'now', message: FROM_CONNECT },
];

export const injectedSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: `The time now: ${FROM_CONNECT}`,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: `The time now: ${FROM_CONNECT}` },
];

export const literalTags = [
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg|staticHtml)$/] TemplateElement[value.raw=/<\\/?ers-/]',
    message: 'Tags come from src/ui/tags.ts through lit/static-html.js: the prefix is the host’s.',
  },
];

export const unsafeMarkup = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Markup comes from templates only.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Markup comes from templates only.',
  },
  {
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML=/]',
    message: 'Markup comes from templates only.',
  },
];

export const barrels = [
  { selector: 'ExportAllDeclaration', message: 'Only entries/ re-exports.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'Only entries/ re-exports.' },
];

export const unsafeDirectives = ['html', 'svg', 'mathml'].map((kind) => ({
  name: `lit/directives/unsafe-${kind}.js`,
  message: 'Markup comes from templates only.',
}));

export const unsafeStatic = {
  name: 'lit/static-html.js',
  importNames: ['unsafeStatic'],
  message: 'Only src/ui/tags.ts makes static values.',
};

const EMPTY_NAME =
  'Name it for what it is: Manager, Helper, Util, Handler, Data and Info say nothing.';

export const emptyNames = [
  'ClassDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
].map((kind) => ({
  selector: `${kind}[id.name=/(Manager|Helper|Util|Utils|Handler|Data|Info)$/]`,
  message: EMPTY_NAME,
}));

const OPERATION_ID = 'Operation ids stay in src/ers, the proxy and the simulator.';

/** Comments may name an operation as the source of a rule; code and text may not. */
export const operationIds = [
  { selector: 'Literal[value=/\\bA0\\d\\d\\b/]', message: OPERATION_ID },
  { selector: 'TemplateElement[value.raw=/\\bA0\\d\\d\\b/]', message: OPERATION_ID },
];

export const silentSkips = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|skipIf|runIf|only|todo)$/]',
    message: 'Skip inside the test, with the reason: context.skip(condition, reason).',
  },
];
