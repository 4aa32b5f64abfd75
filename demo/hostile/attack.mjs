// Says all that the frame and its host say to each other, to every window in reach, and notes what
// comes back. The address of the real frame is behind the #.

const AGAIN_MS = 100;
const frameAddress = location.hash.slice(1);

/** @type {unknown[]} */
const heard = [];
/** @type {Window[]} */
const opened = [];
const counted = { attacks: 0 };
Object.assign(window, { heard, counted });

addEventListener('message', (/** @type {MessageEvent<unknown>} */ { data, origin }) => {
  heard.push({ data, origin });
});

for (const place of document.querySelectorAll('[data-embed]')) {
  const frame = document.createElement('iframe');
  frame.src = frameAddress;
  place.append(frame);
}

for (const button of document.querySelectorAll('[data-open]')) {
  button.addEventListener('click', () => {
    const popOut = open(frameAddress, '_blank');
    if (popOut) opened.push(popOut);
  });
}

/** Every window that a script here can name. */
function windowsInReach() {
  const around = [...opened, parent, ...(opener ? [/** @type {Window} */ (opener)] : [])];
  const inside = [window, ...around].flatMap((each) =>
    Array.from({ length: each.length }, (_, index) => each[index]),
  );
  return [...around, ...inside].flatMap((each) => (each && each !== window ? [each] : []));
}

/** @returns {[message: object, ports: MessagePort[]][]} */
function messages() {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (/** @type {MessageEvent<unknown>} */ { data }) => {
    heard.push({ data, origin: 'port' });
  };
  const nonce = 'guessed';
  const call = { id: '1', type: 'APPLY', path: ['launchTicket'], argumentList: [] };
  return [
    [{ ers: 'hello', protocol: '1', nonce }, []],
    [{ ers: 'welcome', protocol: '1', nonce }, [port2]],
    [call, []],
    [{ ...call, path: ['contextChanged'] }, []],
    [{ ...call, type: 'SET', path: ['__proto__', 'polluted'], value: true }, []],
  ];
}

setInterval(() => {
  for (const target of windowsInReach()) {
    for (const [message, ports] of messages()) target.postMessage(message, '*', ports);
    counted.attacks += 1;
  }
}, AGAIN_MS);
