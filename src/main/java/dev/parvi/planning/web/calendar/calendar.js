// Moves entries of the calendar by dragging, or by shift and arrow keys: in the month to another day, in the week to another
// day and quarter of an hour. The server decides; what it refuses goes back to where it was, with the reason. Without this
// script the list's form moves them.
(() => {
  const DAY = 86400000;
  const QUARTERS = 96;
  const FAR = 6;
  const EDGE = 48;
  let drag = null;

  const entryAt = (target) => target.closest?.('#calendar .cal-day .cal-entry');
  const movable = (entry) => entry && 'movable' in entry.dataset;
  const week = () => document.querySelector('#calendar .week');
  // On a phone the week is a list of days.
  const hours = () => week() && getComputedStyle(week()).display === 'grid';
  const calendar = () => document.getElementById('calendar');
  const say = (text) => {
    const box = document.getElementById('cal-said');
    box.replaceChildren(Object.assign(document.createElement('div'), { className: 'alert alert-warning', textContent: text }));
  };
  const token = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');

  // ——— what the desk answers takes the calendar's place
  async function send(key, change) {
    const old = calendar();
    const scrolled = week()?.scrollTop;
    old.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(old.dataset.moves, {
        method: 'POST',
        headers: { ...token(), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(change),
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('calendar');
      if (!fresh) throw new Error(String(answer.status));
      const said = fresh.querySelector('#cal-said');
      const region = document.getElementById('cal-said');
      // The live region stays the same element, so that what it says is read out.
      region.replaceChildren(...said.childNodes);
      said.replaceWith(region);
      old.replaceWith(fresh);
      begin(scrolled);
      const entry = document.getElementById(`e-${key}`);
      entry?.focus({ preventScroll: true });
      if (hours()) entry?.scrollIntoView({ block: 'nearest' });
    } catch {
      old.removeAttribute('aria-busy');
      say(old.dataset.failed);
      return false;
    }
    return true;
  }
  const shift = (entry, days) => send(entry.dataset.entry, { entry: entry.dataset.entry, days });
  const put = (entry, day, quarter) => send(entry.dataset.entry, { put: `${entry.dataset.entry}@${day}T${clock(quarter)}` });

  const two = (number) => String(number).padStart(2, '0');
  const clock = (quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  const minutes = (at) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  const later = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
  const dayAt = (x, y) => document.elementsFromPoint(x, y).map((e) => e.closest('.cal-day')).find(Boolean);

  // ——— the week opens at working hours and knows what time it is
  let loaded = 0;
  function begin(scrolled) {
    const box = week();
    if (!box) return;
    loaded = performance.now();
    tick();
    if (!hours()) return;
    const tall = box.querySelector('.week-items').getBoundingClientRect().height;
    box.scrollTop = scrolled ?? (tall * 7) / 24;
  }
  function tick() {
    const line = document.querySelector('.week-now');
    if (!line) return;
    const past = minutes(week().dataset.now) + (performance.now() - loaded) / 60000;
    line.style.setProperty('--now', `${Math.min(100, (past / 1440) * 100)}%`);
    line.classList.add('is-exact');
  }
  setInterval(tick, 30000);

  // ——— dragging
  function stop() {
    document.querySelectorAll('.cal-day.is-over').forEach((day) => day.classList.remove('is-over'));
    drag?.entry.classList.remove('is-dragged');
    drag?.ghost?.remove();
    const last = drag;
    drag = null;
    return last;
  }

  function lift(event) {
    const box = drag.entry.getBoundingClientRect();
    drag.ghost = drag.entry.cloneNode(true);
    drag.ghost.removeAttribute('id');
    drag.ghost.setAttribute('aria-hidden', 'true');
    if (hours()) {
      drag.grip = drag.y - box.top;
      drag.ghost.classList.add('week-aim');
      requestAnimationFrame(creep);
    } else {
      drag.ghost.classList.add('cal-ghost');
      document.body.append(drag.ghost);
      drag.ghost.style.setProperty('width', `${box.width}px`);
    }
    drag.entry.classList.add('is-dragged');
    drag.entry.setPointerCapture?.(event.pointerId);
  }

  // Shows where it would land, to the quarter.
  function aim() {
    const day = dayAt(drag.x2, Math.max(drag.y2, week().getBoundingClientRect().top + 1));
    const list = day?.querySelector('.week-items');
    if (!list) return;
    const box = list.getBoundingClientRect();
    const at = Math.round(((drag.y2 - drag.grip - box.top) / box.height) * QUARTERS);
    drag.to = { day: day.dataset.day, quarter: Math.min(QUARTERS - 1, Math.max(0, at)) };
    const holder = drag.ghost.parentElement?.matches('.week-item') ? drag.ghost.parentElement : document.createElement('li');
    holder.className = `week-item is-aim q${Math.min(QUARTERS - 3, drag.to.quarter)}`;
    holder.append(drag.ghost);
    list.append(holder);
    drag.ghost.querySelector('time').textContent = clock(drag.to.quarter);
    const start = minutes(drag.entry.dataset.at);
    drag.same = day.dataset.day === drag.entry.dataset.at.slice(0, 10) && Math.floor(start / 15) === drag.to.quarter;
  }

  // Near its upper and lower edge the week moves along.
  function creep() {
    if (!drag?.ghost || !hours()) return;
    const box = week().getBoundingClientRect();
    const top = box.top + week().querySelector('.week-head').getBoundingClientRect().height;
    const step = drag.y2 < top + EDGE ? -8 : drag.y2 > box.bottom - EDGE ? 8 : 0;
    if (step) { week().scrollTop += step; aim(); }
    requestAnimationFrame(creep);
  }

  document.addEventListener('pointerdown', (event) => {
    const entry = event.button === 0 && event.pointerType !== 'touch' ? entryAt(event.target) : null;
    if (entry) drag = { entry, from: entry.closest('.cal-day'), x: event.clientX, y: event.clientY, ghost: null };
  });
  document.addEventListener('dragstart', (event) => { if (entryAt(event.target)) event.preventDefault(); });
  document.addEventListener('pointermove', (event) => {
    if (!drag) return;
    if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
    [drag.x2, drag.y2] = [event.clientX, event.clientY];
    if (!drag.ghost && !movable(drag.entry)) {
      unclicked(stop().entry);
      say(calendar().dataset.fixed);
      return;
    }
    if (!drag.ghost) lift(event);
    if (hours()) { aim(); return; }
    drag.ghost.style.setProperty('transform', `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`);
    const over = dayAt(event.clientX, event.clientY);
    document.querySelectorAll('.cal-day.is-over').forEach((day) => day.classList.toggle('is-over', day === over));
    over?.classList.add('is-over');
  });
  // A drag that ends on its own entry would be taken for a click on its link.
  const unclicked = (entry) => {
    const refuse = (click) => { if (entry.contains(click.target)) click.preventDefault(); };
    document.addEventListener('click', refuse, { capture: true, once: true });
    setTimeout(() => document.removeEventListener('click', refuse, { capture: true }), 400);
  };
  document.addEventListener('pointerup', async (event) => {
    if (!drag?.ghost) { drag = null; return; }
    const over = dayAt(event.clientX, event.clientY);
    const holder = drag.ghost.parentElement;
    const { entry, from, to, same, ghost } = stop();
    unclicked(entry);
    if (to) {
      if (same) { holder.remove(); return; }
      // It stays where it was dropped until the desk has answered.
      holder.append(ghost);
      entry.classList.add('is-dragged');
      if (!(await put(entry, to.day, to.quarter))) { holder.remove(); entry.classList.remove('is-dragged'); }
      return;
    }
    if (!over || over === from) return;
    const home = entry.parentElement;
    const next = home.nextSibling;
    const list = home.parentElement;
    over.querySelector('.cal-entries')?.append(home);
    if (!(await shift(entry, between(from.dataset.day, over.dataset.day)))) list.insertBefore(home, next);
  });
  document.addEventListener('pointercancel', () => { const last = stop(); last?.ghost?.closest('.is-aim')?.remove(); });

  // ——— by keyboard
  const DAYS = { ArrowLeft: -1, ArrowRight: 1 };
  const STEPS = { ArrowUp: -1, ArrowDown: 1, PageUp: -4, PageDown: 4 };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag) { const holder = drag.ghost?.closest('.is-aim'); stop(); holder?.remove(); return; }
    const entry = event.shiftKey ? entryAt(event.target) : null;
    const days = DAYS[event.key];
    const steps = STEPS[event.key];
    if (!entry || (!days && !steps)) return;
    event.preventDefault();
    if (!movable(entry)) { say(calendar().dataset.fixed); return; }
    if (days) { shift(entry, days); return; }
    if (!week()) { if (Math.abs(steps) === 1) shift(entry, 7 * steps); return; }
    const { at } = entry.dataset;
    const now = minutes(at) / 15;
    const next = steps < 0 ? Math.ceil(now) + steps : Math.floor(now) + steps;
    const over = Math.floor(next / QUARTERS);
    put(entry, later(at.slice(0, 10), over), next - over * QUARTERS);
  });

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => begin()); else begin();
})();
