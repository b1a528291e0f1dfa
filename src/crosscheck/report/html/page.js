// Filters, jumps and keys. The page says everything without it.
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const KINDS = ['facet', 'topic', 'article'];
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const form = one('#filters');
  const search = one('#search');
  const status = one('#shown');
  const nothing = one('#nothing');

  const items = all('.item').map((element) => ({
    element,
    verdict: element.dataset.v,
    shown: true,
    words: null,
    ...Object.fromEntries(KINDS.map((kind) => [kind, (element.dataset[kind] || '').split('|')])),
  }));
  const groups = all('.group').map((element) => ({ element, items: items.filter((item) => element.contains(item.element)) }));
  const rows = new Map();
  all('tr[data-of]').forEach((row) => rows.set(row.dataset.of, [...(rows.get(row.dataset.of) || []), row]));

  const SAID = 'h3, h4, blockquote, cite, .stated, .reason, .agreed, .meta, .quote, .where, .details, .note, dt, dd';
  const wordsOf = (item) => {
    if (item.words === null) {
      const parts = all(SAID, item.element);
      item.words = plain((parts.length ? parts : [item.element]).map((part) => part.textContent).join(' '));
    }
    return item.words;
  };

  // filters

  const MORE = 40; // findings a frame: more than fit on a screen
  const below = all('.below');
  const folds = all('.fold').filter((fold) => one('.finding', fold)).map((element) => ({ element, items: items.filter((item) => element.contains(item.element)) }));
  let wanted = () => true;
  let coming = [];
  let due = 0;
  let spoken = 0;

  const read = () => {
    const terms = plain(search.value).split(/\s+/).filter(Boolean);
    const boxes = all('[data-verdict]', form);
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.verdict));
    const chosen = all('[data-filter]', form).map((select) => [select.dataset.filter, select.value]).filter(([, value]) => value);
    return (item) => (!boxes.length || verdicts.has(item.verdict))
      && chosen.every(([kind, value]) => item[kind].includes(value))
      && terms.every((term) => wordsOf(item).includes(term));
  };

  const apply = () => {
    wanted = read();
    for (const item of items) item.shown = wanted(item);
    const count = items.filter((item) => item.shown).length;
    const changed = items.filter((item) => item.shown === item.element.hidden);
    changed.forEach((item) => { item.element.hidden = true; });
    coming = changed.filter((item) => item.shown);
    bring();
    if (changed.length) below.forEach((part) => part.classList.add('later'));
    for (const group of groups) {
      const left = group.items.filter((item) => item.shown).length;
      group.element.classList.toggle('empty', !left);
      const of = one('.of', group.element);
      if (of) of.textContent = left === group.items.length ? '' : `${left.toLocaleString('en')} of `;
    }
    for (const fold of folds) unfold(fold);
    if (nothing) nothing.hidden = count > 0 || !items.length;
    clearTimeout(spoken);
    spoken = setTimeout(settle, 150, count);
  };

  const asked = () => search.value.trim() || all('[data-filter]', form).some((select) => select.value);

  // What is asked for is not left folded away; afterwards it is as it was.
  const unfold = (fold) => {
    const found = Boolean(asked()) && fold.items.some((item) => item.shown);
    if (found === (fold.before !== undefined)) return;
    const open = found || fold.before;
    fold.before = found ? fold.element.open : undefined;
    fold.element.open = open;
  };

  // Most of what comes back is out of sight: it comes in the frames that follow.
  const bring = (number = MORE) => {
    coming.splice(0, number).forEach((item) => { item.element.hidden = false; });
    cancelAnimationFrame(due);
    if (coming.length) due = requestAnimationFrame(() => bring());
  };

  // What need not be done at every keystroke: a table is laid out as a whole, and a count is read out once.
  const settle = (count) => {
    status.textContent = `${count.toLocaleString('en')} of ${items.length.toLocaleString('en')} shown`;
    for (const item of items) for (const row of rows.get(item.element.dataset.id) || []) if (row.hidden === item.shown) row.hidden = !item.shown;
    uncover(below.slice());
  };

  // What lies below the findings comes into sight where few are left, and is laid out part by part.
  const uncover = (parts) => {
    if (!parts.length) return;
    parts.shift().classList.remove('later');
    spoken = setTimeout(uncover, 50, parts);
  };
  const whole = () => { bring(items.length); below.forEach((part) => part.classList.remove('later')); };

  const clear = () => { form.reset(); apply(); };

  if (form && items.length) {
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(apply));
    all('.clear').forEach((button) => button.addEventListener('click', () => { clear(); search.focus(); }));
    apply();
    const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 20));
    const waiting = items.slice();
    const gather = (deadline) => {
      do { if (waiting.length) wordsOf(waiting.shift()); } while (waiting.length && deadline.timeRemaining() > 2);
      if (waiting.length) idle(gather);
    };
    idle(gather);
  }

  // jumps

  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return null;
    whole();
    if (form && target.closest('[hidden], .empty') && !target.closest('#filters')) { clear(); whole(); }
    for (let box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    return target;
  };
  // What comes into sight above the target gets its height only then, and pushes it away.
  const stay = (target, frames = 3) => requestAnimationFrame(() => {
    target.scrollIntoView();
    if (frames) stay(target, frames - 1);
  });
  const light = () => {
    all('mark.lit').forEach((mark) => mark.classList.remove('lit'));
    const id = decodeURIComponent(location.hash.slice(1));
    if (reveal(id) && id.startsWith('w')) all(`mark[data-k~="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.add('lit'));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const mark = event.target.closest('mark[data-h]');
    if (link) {
      const target = reveal(link.hash.slice(1));
      if (target) stay(target);
      if (link.hash === location.hash) light();
    } else if (mark && getSelection().isCollapsed) {
      reveal(mark.dataset.h);
      location.hash = mark.dataset.h;
    }
  });
  addEventListener('hashchange', light);
  light();

  // keys

  const step = (by) => {
    bring(items.length);
    const shown = items.filter((item) => item.shown && item.element.tabIndex === -1 && item.element.matches('[tabindex]')).map((item) => item.element);
    const here = document.activeElement && document.activeElement.closest('.item');
    const top = shown.findIndex((element) => element.getBoundingClientRect().bottom > 140);
    const place = shown.indexOf(here);
    const next = shown[place < 0 ? Math.max(0, by > 0 ? top : top - 1) : place + by];
    if (!next) return;
    next.focus({ preventScroll: true, focusVisible: true });
    next.scrollIntoView({ block: 'start' });
  };
  document.addEventListener('keydown', (event) => {
    if (!form || form.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest('input:not([type="checkbox"]), select, textarea');
    if (event.key === 'Escape' && event.target === search) { clear(); search.blur(); return; }
    if (typing || !one('#keys').checked) return;
    if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); }
    if (event.key === 'j') step(1);
    if (event.key === 'k') step(-1);
  });

  // paper

  let opened = [];
  addEventListener('beforeprint', () => { whole(); opened = all('details:not([open])'); opened.forEach((box) => { box.open = true; }); });
  addEventListener('afterprint', () => { opened.forEach((box) => { box.open = false; }); opened = []; });
})();
