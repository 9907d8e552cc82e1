// The inbox by keyboard, and what others say and do as it happens. Without this script every act has its button, and a page
// that is loaded again shows what is new.
(() => {
  const inbox = () => document.getElementById('inbox');
  const talk = () => document.querySelector('[data-talk]');
  const links = () => [...document.querySelectorAll('.inbox-link')];
  const wide = () => matchMedia('(min-width: 1024px)').matches;

  // ——— keys: none while one types, none with a modifier
  const typing = (target) => target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]');
  const turn = (step) => {
    const all = links();
    if (!all.length) return;
    const at = all.findIndex((each) => each === document.activeElement || each.hasAttribute('aria-current'));
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    next.click();
  };
  const answer = () => {
    const field = document.getElementById('answer-text');
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  };
  const menu = (key) => {
    const details = talk()?.querySelector(`details[data-key="${key}"]`);
    if (!details) return;
    details.open = true;
    details.querySelector('select')?.focus();
  };
  const mark = () => {
    const box = (document.activeElement.closest?.('.inbox-row') || document.querySelector('.inbox-row:has([aria-current])'))?.querySelector('input[type=checkbox]');
    if (box) box.checked = !box.checked;
  };
  const help = () => document.getElementById('keys')?.showModal();
  const acts = {
    j: () => turn(1),
    ArrowDown: () => turn(1),
    k: () => turn(-1),
    ArrowUp: () => turn(-1),
    r: answer,
    a: () => menu('a'),
    z: () => menu('z'),
    e: () => talk()?.querySelector('button[data-key="e"]')?.click(),
    x: mark,
    '?': help,
  };
  document.addEventListener('keydown', (event) => {
    if (!inbox()) return;
    const field = event.target.closest?.('textarea, input, select');
    if (event.key === 'Escape') {
      document.querySelectorAll('.inbox-menu[open]').forEach((each) => { each.open = false; });
      if (field && !event.target.closest('dialog')) {
        field.blur();
        document.querySelector('.inbox-link[aria-current]')?.focus({ preventScroll: true });
      }
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.id === 'answer-text') {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector('button[name="then"]'));
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    // Where something below has the focus, arrows scroll as ever.
    if (event.key.startsWith('Arrow') && event.target !== document.body && !event.target.closest('.inbox-list, #talk, main')) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ——— the list follows the conversation that is open
  const follow = () => {
    const box = inbox();
    if (!box) return;
    const id = talk()?.dataset.talk || '';
    box.dataset.open = id;
    box.classList.toggle('is-talk', Boolean(id));
    box.classList.toggle('is-list', !id);
    for (const each of links()) {
      if (each.dataset.id === id) {
        each.setAttribute('aria-current', 'true');
        each.closest('.inbox-row').classList.remove('is-unread');
      } else each.removeAttribute('aria-current');
    }
    const hidden = document.querySelector('#bulk input[name="in"]');
    if (hidden && id) hidden.value = id;
  };
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id === 'talk') {
      follow();
      if (!wide()) { scrollTo(0, 0); event.target.focus({ preventScroll: true }); }
    }
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const asked = event.detail.requestConfig?.elt?.dataset?.answer;
    if (event.target.id === 'talk' && asked) answer();
  });

  // ——— a model's draft fills an empty box; where something is typed, also since it was asked, it waits beside it
  document.addEventListener('htmx:afterSettle', (event) => {
    const box = event.target.id === 'suggestion' && event.target.querySelector('[data-reply]');
    const field = box && document.getElementById('answer-text');
    if (field && !field.value.trim()) box.click();
  });

  // ——— menus close when one goes elsewhere
  document.addEventListener('click', (event) => {
    for (const open of document.querySelectorAll('.inbox-menu[open]')) if (!open.contains(event.target)) open.open = false;
    if (event.target.closest?.('[data-help]')) help();
    const reply = event.target.closest?.('[data-reply]');
    const field = reply && document.getElementById('answer-text');
    if (field) {
      field.setRangeText(reply.dataset.reply, field.selectionStart, field.selectionEnd, 'end');
      if (reply.closest('details')) reply.closest('details').open = false;
      reply.closest('.talk-suggested')?.remove();
      field.focus();
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  document.addEventListener('change', (event) => {
    if (!event.target.matches?.('[data-all]')) return;
    document.querySelectorAll('#bulk input[name="c"]').forEach((each) => { each.checked = event.target.checked; });
  });

  // ——— the count as one types; the desk's own follows
  const segments = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;
  const count = (text, unit) => {
    if (unit === 'UTF16') return text.length;
    if (unit === 'CODE_POINTS' || !segments) return [...text].length;
    let n = 0;
    for (const each of segments.segment(text)) n += each ? 1 : 0;
    return n;
  };
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'answer-text') return;
    const shown = document.querySelector('#answer-written [data-count]');
    if (!shown) return;
    const n = count(event.target.value.trim(), event.target.dataset.unit);
    shown.textContent = n;
    shown.closest('.talk-count').classList.toggle('is-over', n > Number(event.target.dataset.limit));
  });

  // ——— what changes elsewhere
  let waiting = null;
  const ids = new Set();
  const refresh = () => {
    waiting = null;
    const box = inbox();
    if (!box) return;
    const checked = [...document.querySelectorAll('#bulk input[name="c"]:checked')].map((each) => each.value);
    const focused = document.activeElement?.closest?.('.inbox-link')?.dataset.id;
    const busy = document.activeElement?.closest?.('#filter, .inbox-menu[open], .inbox-keep');
    const open = talk()?.dataset.talk;
    if (!busy || !document.getElementById('list').contains(document.activeElement)) {
      const scrolled = document.getElementById('list').scrollTop;
      const filter = document.getElementById('filter')?.open;
      htmx.ajax('GET', box.dataset.list, { target: '#list', swap: 'outerHTML' }).then(() => {
        document.querySelectorAll('#bulk input[name="c"]').forEach((each) => { each.checked = checked.includes(each.value); });
        document.getElementById('list').scrollTop = scrolled;
        if (document.getElementById('filter')) document.getElementById('filter').open = filter;
        follow();
        if (focused) document.getElementById(`row-${focused}`)?.focus({ preventScroll: true });
      });
    }
    if (open && (ids.has(open) || ids.has('*'))) {
      if (!document.activeElement?.closest?.('#lines')) htmx.ajax('GET', talk().dataset.lines, { target: '#lines', swap: 'outerHTML' });
    }
    ids.clear();
  };
  const listen = () => {
    const box = inbox();
    if (!box || !box.dataset.live || !window.EventSource) return;
    const source = new EventSource(box.dataset.live);
    source.addEventListener('changed', (event) => {
      event.data.split(',').forEach((id) => ids.add(id));
      waiting = waiting || setTimeout(refresh, 400);
    });
    source.addEventListener('writing', (event) => {
      if (talk()?.dataset.talk === event.data) htmx.ajax('GET', talk().dataset.writers, { target: '#writers', swap: 'outerHTML' });
      waiting = waiting || setTimeout(refresh, 400);
    });
    // What happened while nothing was heard is read once the desk is there again.
    let lost = false;
    source.addEventListener('error', () => { lost = true; });
    source.addEventListener('open', () => {
      box.dataset.heard = 'yes';
      if (lost) { lost = false; ids.add('*'); refresh(); }
    });
    addEventListener('pagehide', () => source.close());
  };
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-help]').forEach((each) => { each.hidden = false; });
    listen();
    const at = location.hash === '#answer' && document.getElementById('answer-text');
    if (at) at.focus();
  });
})();
