// The player of a lecture. What is seen at a sentence is told by lecture.steps[i] alone; playing only adds the way there: parts fade
// in, are drawn stroke by stroke, move along their parameter. Every animation ends in the picture that a jump shows at once.
'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const main = $('lecture'), stage = $('stage'), caption = $('caption'), place = $('place'), list = $('words');
  const steps = lecture.steps, last = steps.length - 1;
  const sentences = [...list.querySelectorAll('button[data-at]')];
  const scenes = [...stage.querySelectorAll('.scene')].map(root => {
    const parts = [];
    for (const e of root.querySelectorAll('[data-part]')) {
      parts[+e.dataset.part] = { e, frames: [...e.children].filter(c => 'frame' in c.dataset), frame: 0 };
    }
    return { root, parts };
  });
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const langs = Object.keys(steps[0].shown);

  // What is kept from visit to visit. A page that may keep nothing plays all the same.
  const keep = {
    get(name) { try { return localStorage.getItem('nekonote-lecture:' + name); } catch { return null; } },
    set(name, value) { try { localStorage.setItem('nekonote-lecture:' + name, value); } catch { /* a private window */ } },
  };

  let at = 0;           // the sentence that is seen
  let playing = false;
  let turn = 0;         // counts what is said, so that what has been cut off says nothing more
  let timer = 0;
  let moving = [];      // animations under way

  const captions = () => main.dataset.captions;
  const speed = () => +$('speed').value || 1;
  const voiceLang = () => captions() === 'both' ? langs[0] : captions();

  // ---- the picture

  function frame(part, k) {
    part.frame = k;
    part.frames.forEach((f, i) => f.classList.toggle('now', i === k));
  }

  // settle ends what is moving, in its last picture.
  function settle() {
    for (const m of moving) m.end();
    moving = [];
  }

  // picture shows what is seen at a sentence; lively: on the way from the one before.
  function picture(i, lively) {
    settle();
    const step = steps[i], scene = scenes[step.scene];
    const fresh = scene.root.hidden || !lively;
    stage.classList.toggle('still', !lively);
    scenes.forEach(s => { s.root.hidden = s !== scene; });
    scene.parts.forEach((part, k) => {
      const was = !fresh && part.e.classList.contains('on'), on = step.on.includes(k);
      part.e.classList.toggle('on', on);
      part.e.classList.toggle('marked', step.marked.includes(k));
      const to = step.frames[k] || 0;
      if (lively && on && was && part.frames.length && part.frame !== to) travel(part, to, i);
      else if (part.frames.length) frame(part, to);
      if (lively && on && !was && step.drawn.includes(k)) strokes(part.e, i);
    });
    scene.root.classList.toggle('spotlit', step.marked.some(k => !scene.parts[k].e.classList.contains('term')));
  }

  const span = i => Math.min(3500, 600 * steps[i].seconds[voiceLang()]) / speed();

  // travel moves a part through its frames.
  function travel(part, to, i) {
    const from = part.frame, begin = performance.now(), long = Math.max(500, span(i));
    let request = 0;
    const tick = now => {
      const t = Math.min(1, (now - begin) / long), eased = t * t * (3 - 2 * t);
      frame(part, Math.round(from + (to - from) * eased));
      if (t < 1) request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    moving.push({ end() { cancelAnimationFrame(request); frame(part, to); } });
  }

  // strokes draws the lines of a part one after the other.
  function strokes(e, i) {
    const lines = [...e.querySelectorAll('[pathLength]')], long = Math.max(500, span(i)) / Math.max(1, Math.min(4, lines.length));
    lines.forEach((line, k) => {
      const delay = lines.length > 4 ? k * span(i) / lines.length : k * long;
      const drawn = line.animate([{ strokeDasharray: '1 1', strokeDashoffset: 1, fillOpacity: 0 }, { strokeDasharray: '1 1', strokeDashoffset: 0 }],
        { duration: long, delay, fill: 'backwards', easing: 'ease-in-out' });
      moving.push({ end() { drawn.cancel(); } });
    });
  }

  // ---- the words

  function written(i, lively) {
    caption.replaceChildren(...langs.filter(l => captions() === 'both' || captions() === l).map(l => {
      const s = document.createElement('span');
      s.lang = l;
      s.textContent = steps[i].shown[l];
      return s;
    }));
    sentences.forEach((b, k) => { if (k === i) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current'); });
    // Only the list scrolls, not the page around it.
    const b = sentences[i], box = list.getBoundingClientRect(), r = b.getBoundingClientRect();
    list.scrollBy({ top: r.top - box.top - (box.height - r.height) * 0.4, behavior: lively ? 'smooth' : 'instant' });
    place.value = i;
  }

  function go(i, lively) {
    at = Math.max(0, Math.min(last, i));
    picture(at, lively && !calm.matches);
    written(at, lively && !calm.matches);
    keep.set('at:' + lecture.id, at);
  }

  // ---- the voice

  const voices = () => 'speechSynthesis' in window ? speechSynthesis.getVoices().filter(v => v.lang.replace('_', '-').startsWith(voiceLang())) : [];

  // chosen is the voice of the captions' language: hers, or the page's first; none where she wants silence.
  function chosen() {
    const wanted = keep.get('voice:' + voiceLang()), all = voices();
    if (wanted === '') return null;
    return all.find(v => v.name === wanted) || all.find(v => v.localService) || all[0] || null;
  }

  function offer() {
    const now = chosen(), select = $('voice');
    while (select.options.length > 1) select.remove(1);
    for (const v of voices()) select.add(new Option(v.name, v.name));
    select.value = now ? now.name : '';
  }

  function hush() {
    turn++;
    clearTimeout(timer);
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  // say says a sentence, by voice or silently at reading pace, then calls then.
  function say(i, then) {
    hush();
    const mine = turn, long = 1000 * steps[i].seconds[voiceLang()] / speed(), voice = chosen();
    const over = () => { if (mine === turn) { clearTimeout(timer); then(); } };
    if (!voice) {
      timer = setTimeout(over, long);
      return;
    }
    const u = new SpeechSynthesisUtterance(steps[i].spoken[voiceLang()]);
    u.voice = voice;
    u.lang = voice.lang;
    u.rate = speed();
    u.onend = () => { if (mine === turn) { clearTimeout(timer); timer = setTimeout(over, 400 / speed()); } };
    u.onerror = () => { if (mine === turn) { clearTimeout(timer); timer = setTimeout(over, long); } };
    timer = setTimeout(over, 3 * long + 5000); // a voice that never comes to an end
    speechSynthesis.speak(u);
  }

  // ---- playing

  function onward() {
    say(at, () => {
      if (!playing) return;
      if (at === last) return pause();
      go(at + 1, true);
      onward();
    });
  }

  function play() {
    if (at === last) go(0, true); else go(at, false);
    playing = true;
    main.classList.add('playing');
    onward();
  }

  function pause() {
    playing = false;
    main.classList.remove('playing');
    hush();
    settle();
  }

  // jump goes to a sentence, and says it where the lecture plays.
  function jump(i) {
    go(i, false);
    if (playing) onward(); else hush();
  }

  // again says the sentence once more, whether the lecture plays or not.
  function again() {
    go(at, false);
    if (playing) onward(); else say(at, () => {});
  }

  // ---- what she does

  $('play').onclick = () => playing ? pause() : play();
  $('back').onclick = () => jump(at - 1);
  $('next').onclick = () => jump(at + 1);
  $('again').onclick = again;
  place.max = last;
  place.oninput = () => jump(+place.value);
  list.addEventListener('click', e => {
    const b = e.target.closest('button[data-at]');
    if (b) jump(+b.dataset.at);
  });
  $('captions').onchange = () => {
    keep.set('captions', $('captions').value);
    speak($('captions').value);
    if (playing) onward();
  };
  $('speed').onchange = () => {
    keep.set('speed', $('speed').value);
    if (playing) onward();
  };
  $('voice').onchange = () => {
    keep.set('voice:' + voiceLang(), $('voice').value);
    if (playing) onward();
  };
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('select')) return;
    const onSentence = e.target.closest('button, summary') && (e.key === ' ' || e.key === 'Enter') && e.target.id !== 'play' && !(e.key === ' ' && e.target.dataset.at);
    const does = {
      ' ': () => playing ? pause() : play(), ArrowLeft: () => jump(at - 1), ArrowRight: () => jump(at + 1),
      Home: () => jump(0), End: () => jump(last), r: again, R: again,
    }[e.key];
    if (!does || onSentence) return;
    e.preventDefault();
    does();
  });
  document.addEventListener('click', e => { if (!e.target.closest('#options')) $('options').open = false; });

  // speak chooses the captions: a language, or both.
  function speak(which) {
    main.dataset.captions = which;
    if (which !== 'both') main.dataset.lang = document.documentElement.lang = which;
    $('captions').value = which;
    written(at);
    offer();
  }

  // The page takes the theme of the JupyterLab around it, if there is one.
  function theme() {
    try {
      const light = parent.document.body.dataset.jpThemeLight;
      if (light) document.documentElement.dataset.theme = light === 'true' ? 'light' : 'dark';
    } catch { /* a page of another origin */ }
  }

  theme();
  try { new MutationObserver(theme).observe(parent.document.body, { attributes: true, attributeFilter: ['data-jp-theme-light'] }); } catch { /* the same */ }
  const before = keep.get('captions');
  if (keep.get('speed')) $('speed').value = keep.get('speed');
  if (!$('speed').value) $('speed').value = '1';
  if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', offer);
  const asked = /^#(\d+)$/.exec(location.hash);
  go(asked ? +asked[1] - 1 : lecture.at >= 0 ? lecture.at : +(keep.get('at:' + lecture.id) || 0), false);
  speak(before === 'both' || langs.includes(before) ? before : main.dataset.captions);
  addEventListener('hashchange', () => { const to = /^#(\d+)$/.exec(location.hash); if (to) jump(+to[1] - 1); });
  addEventListener('pagehide', hush);
})();
