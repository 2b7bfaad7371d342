// What the figures about a picture share: its numbers, pixels and the bar of an answer.
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

// pixels paints n × n of them where some axes are; pixel gives red, green, blue and opacity of each, row by row.
const pixels = (place, n, pixel) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = n;
  const context = canvas.getContext('2d'), all = context.createImageData(n, n);
  for (let i = 0; i < n * n; i++) all.data.set(pixel(i), 4 * i);
  context.putImageData(all, 0, 0);
  return draw('image', { x: place.left, y: place.top, width: place.width, height: place.height, preserveAspectRatio: 'none', style: 'image-rendering:pixelated', href: canvas.toDataURL() });
};

// tint is the colour of a number: orange above 0, blue below, in full from 1 on.
const tint = v => [...(v > 0 ? [0xd9, 0x5f, 0x0e] : [0x1f, 0x7a, 0xc4]), 255 * Math.min(1, Math.abs(v)) * 0.9];

// bar shows an answer between 0 and 1, from a line at ½.
const bar = (gauge, a) => {
  const y = gauge.top, high = gauge.height, x = gauge.x(a), half = gauge.x(0.5);
  return [
    draw('rect', { x: Math.min(x, half), y, width: Math.abs(x - half), height: high, fill: a > 0.5 ? colours.orange : colours.blue, 'fill-opacity': 0.85 }),
    line([[half, y - 4], [half, y + high + 4]], colours.ink, 1.5, { 'stroke-opacity': 0.65 }),
    words(x + (a > 0.5 ? -6 : 6), y + high / 2 + 4, fixed(a), { 'text-anchor': a > 0.5 ? 'end' : 'start', 'font-weight': 600, ...halo }),
  ];
};
