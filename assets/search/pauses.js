// Long work in short pieces, so that keys and scrolling never wait for it.
const pauseAfter = 14; // Milliseconds.
const channel = new MessageChannel();
const paused = [];
let lastPause = 0;
channel.port1.onmessage = () => {
  lastPause = performance.now();
  paused.shift()?.();
};

// To be awaited between two pieces; mostly there is nothing to wait for.
const pause = () => {
  if (performance.now() - lastPause < pauseAfter) return undefined;
  return new Promise((resolve) => {
    paused.push(resolve);
    channel.port2.postMessage(0);
  });
};
