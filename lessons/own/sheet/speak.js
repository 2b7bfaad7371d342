
const speak = lang => {
  document.documentElement.lang = lang;
  for (const b of document.querySelectorAll('[data-lang]')) b.setAttribute('aria-pressed', b.dataset.lang === lang);
};
for (const b of document.querySelectorAll('[data-lang]')) b.addEventListener('click', () => speak(b.dataset.lang));
const theirs = [...document.querySelectorAll('[data-lang]')].map(b => b.dataset.lang);
speak(theirs.find(l => navigator.language.startsWith(l)) ?? document.documentElement.lang);
