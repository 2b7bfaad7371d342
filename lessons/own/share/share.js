'use strict';
// The network of this page looks at a picture just as the notebook does: the square in the middle, reduced to 64×64 pixels, as so
// many squares of mean colour, then forward through the layers. Nothing is sent anywhere.
const told = JSON.parse(document.getElementById('told').textContent);
const side = 64, unit = 2 ** 20, most = 3000;

const numbers = text => {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
};
const parameters = told.network.parameters.map(p => ({ rows: p.rows, cols: p.cols, of: numbers(p.numbers) }));
const bends = {
  'sigmoid': z => 1 / (1 + Math.exp(-z)), 'tanh': Math.tanh, 'relu': z => Math.max(0, z), 'leaky relu': z => z > 0 ? z : 0.01 * z,
};

// taps are the whole-number weights with which a line of from pixels becomes one of side pixels: Lanczos, as in the notebook.
function taps(from) {
  const sinc = x => x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
  const scale = from / side, stretch = Math.max(scale, 1), list = [];
  for (let i = 0; i < side; i++) {
    const centre = (i + 0.5) * scale;
    const first = Math.max(Math.floor(centre - 3 * stretch + 0.5), 0), last = Math.min(Math.floor(centre + 3 * stretch + 0.5), from);
    const values = Array.from({ length: last - first }, (_, j) => {
      const x = (first + j + 0.5 - centre) / stretch;
      return x <= -3 || x >= 3 ? 0 : sinc(x) * sinc(x / 3);
    });
    const total = values.reduce((a, b) => a + b, 0);
    const weights = values.map(v => Math.sign(v) * Math.round(Math.abs(v) / total * unit));
    weights[weights.indexOf(Math.max(...weights))] += unit - weights.reduce((a, b) => a + b, 0);
    list.push({ first, weights });
  }
  return list;
}

// shrink makes of the colours of a square, four numbers a pixel, side × side pixels of three.
function shrink(data, from) {
  const list = taps(from), narrow = new Float64Array(side * 3), sums = new Float64Array(side * side * 3);
  for (let y = 0; y < from; y++) {
    list.forEach(({ first, weights }, x) => {
      let r = 0, g = 0, b = 0, at = 4 * (y * from + first);
      for (const w of weights) {
        r += w * data[at]; g += w * data[at + 1]; b += w * data[at + 2];
        at += 4;
      }
      narrow[3 * x] = r; narrow[3 * x + 1] = g; narrow[3 * x + 2] = b;
    });
    list.forEach(({ first, weights }, row) => {
      const w = weights[y - first];
      if (w) for (let k = 0; k < narrow.length; k++) sums[row * side * 3 + k] += w * narrow[k];
    });
  }
  return sums.map(s => Math.min(255, Math.max(0, Math.floor((s + unit * unit / 2) / (unit * unit)))));
}

// inputs are the means of the squares, from −1 to 1.
function inputs(pixels) {
  const n = told.squares, step = side / n, sums = new Float64Array(n * n * 3);
  pixels.forEach((v, i) => {
    const row = Math.floor(i / 3 / side / step), column = Math.floor(Math.floor(i / 3) % side / step);
    sums[(row * n + column) * 3 + i % 3] += v;
  });
  return sums.map(s => 2 * s / (255 * step * step) - 1);
}

// forward is the probability of each class.
function forward(x) {
  for (let l = 0; l < parameters.length; l += 2) {
    const W = parameters[l], b = parameters[l + 1].of, z = new Float64Array(W.rows);
    for (let i = 0; i < W.rows; i++) {
      z[i] = b[i];
      for (let j = 0; j < W.cols; j++) z[i] += W.of[i * W.cols + j] * x[j];
    }
    const bend = bends[told.network.activations[l / 2]];
    if (bend) { x = z.map(bend); continue; }
    const most = z.reduce((a, b) => Math.max(a, b)), e = z.map(v => Math.exp(v - most)), sum = e.reduce((a, b) => a + b, 0);
    x = e.map(v => v / sum);
  }
  return x;
}

// look judges what is drawable, of so many pixels, and shows it.
function look(drawable, width, height) {
  const whole = Math.min(width, height), canvas = document.getElementById('given');
  const from = Math.min(whole, most), scale = from / whole; // a larger canvas stays empty on some phones
  canvas.width = canvas.height = from;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, from, from);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(drawable, -scale * Math.floor((width - whole) / 2), -scale * Math.floor((height - whole) / 2), scale * width, scale * height);
  const x = inputs(shrink(pen.getImageData(0, 0, from, from).data, from));
  seen(x);
  show(forward(x));
}

// seen draws the squares that the network gets.
function seen(x) {
  const n = told.squares, canvas = document.getElementById('seen');
  canvas.width = canvas.height = n;
  const pen = canvas.getContext('2d'), image = pen.createImageData(n, n);
  for (let i = 0; i < n * n; i++) {
    for (let k = 0; k < 3; k++) image.data[4 * i + k] = Math.round((x[3 * i + k] + 1) * 127.5);
    image.data[4 * i + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
}

function show(probabilities) {
  document.getElementById('shown').hidden = false;
  document.getElementById('unreadable').hidden = true;
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
  const answers = document.getElementById('answers');
  answers.replaceChildren(...order.slice(0, 5).map((k, place) => {
    const item = document.createElement('li'), name = document.createElement('span'), bar = document.createElement('span'), share = document.createElement('span');
    name.className = place ? 'name' : 'name first';
    for (const [lang, text] of Object.entries(told.kinds[k])) {
      const said = document.createElement('span');
      said.lang = lang;
      said.textContent = text;
      name.append(said);
    }
    bar.className = 'bar';
    bar.style.setProperty('--share', 100 * probabilities[k] + '%');
    share.textContent = (100 * probabilities[k]).toFixed(1) + ' %';
    item.append(name, bar, share);
    return item;
  }));
  answers.dataset.probabilities = JSON.stringify([...probabilities]);
}

async function open(file) {
  if (!file) return;
  stop();
  try {
    const picture = await createImageBitmap(file);
    look(picture, picture.width, picture.height);
    picture.close();
  } catch {
    document.getElementById('shown').hidden = true;
    document.getElementById('unreadable').hidden = false;
  }
}
for (const id of ['pick', 'take']) {
  const input = document.getElementById(id);
  input.addEventListener('change', () => { open(input.files[0]); input.value = ''; });
}
document.addEventListener('dragover', e => e.preventDefault());
document.addEventListener('drop', e => { e.preventDefault(); open(e.dataTransfer.files[0]); });

// The camera is watched three times a second, where the browser lets a page do so; elsewhere one takes a picture.
const video = document.getElementById('camera'), watch = document.getElementById('watch');
let watching = 0;
function stop() {
  clearInterval(watching);
  watching = 0;
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
  watch.setAttribute('aria-pressed', 'false');
}
if (navigator.mediaDevices?.getUserMedia) watch.hidden = false;
watch.addEventListener('click', async () => {
  if (watching) return stop();
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    await video.play();
    watch.setAttribute('aria-pressed', 'true');
    watching = setInterval(() => video.videoWidth && look(video, video.videoWidth, video.videoHeight), 330);
  } catch {
    stop();
    watch.hidden = true;
    document.getElementById('blocked').hidden = false;
  }
});
