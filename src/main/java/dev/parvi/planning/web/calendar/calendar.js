// Moves entries of the calendar by dragging, or by shift and arrow keys. The server decides; what it refuses goes back to
// where it was, with the reason. Without this script the list's form moves them.
(() => {
  const DAY = 86400000;
  const FAR = 6;
  let drag = null;

  const movable = (target) => target.closest?.('#calendar .cal-grid .cal-entry[data-movable]');
  const say = (text) => {
    const box = document.getElementById('cal-said');
    box.replaceChildren(Object.assign(document.createElement('div'), { className: 'alert alert-warning', textContent: text }));
  };
  const token = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');

  async function move(entry, days) {
    const calendar = document.getElementById('calendar');
    const key = entry.dataset.entry;
    calendar.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(calendar.dataset.moves, {
        method: 'POST',
        headers: { ...token(), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ entry: key, days }),
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('calendar');
      if (!fresh) throw new Error(String(answer.status));
      const said = fresh.querySelector('#cal-said');
      const region = document.getElementById('cal-said');
      // The live region stays the same element, so that what it says is read out.
      region.replaceChildren(...said.childNodes);
      said.replaceWith(region);
      calendar.replaceWith(fresh);
      document.getElementById(`e-${key}`)?.focus({ preventScroll: true });
    } catch {
      calendar.removeAttribute('aria-busy');
      say(calendar.dataset.failed);
      return false;
    }
    return true;
  }

  const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  const dayAt = (x, y) => document.elementsFromPoint(x, y).map((e) => e.closest('.cal-day')).find(Boolean);

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
    drag.ghost.classList.add('cal-ghost');
    drag.ghost.setAttribute('aria-hidden', 'true');
    document.body.append(drag.ghost);
    drag.ghost.style.setProperty('width', `${box.width}px`);
    drag.entry.classList.add('is-dragged');
    drag.entry.setPointerCapture?.(event.pointerId);
  }

  document.addEventListener('pointerdown', (event) => {
    const entry = event.button === 0 && event.pointerType !== 'touch' ? movable(event.target) : null;
    if (entry) drag = { entry, from: entry.closest('.cal-day'), x: event.clientX, y: event.clientY, ghost: null };
  });
  document.addEventListener('dragstart', (event) => { if (movable(event.target)) event.preventDefault(); });
  document.addEventListener('pointermove', (event) => {
    if (!drag) return;
    if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
    if (!drag.ghost) lift(event);
    drag.ghost.style.setProperty('transform', `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`);
    const over = dayAt(event.clientX, event.clientY);
    document.querySelectorAll('.cal-day.is-over').forEach((day) => day.classList.toggle('is-over', day === over));
    over?.classList.add('is-over');
  });
  document.addEventListener('pointerup', async (event) => {
    if (!drag?.ghost) { drag = null; return; }
    const to = dayAt(event.clientX, event.clientY);
    const { entry, from } = stop();
    // A drag that ends on its own entry would be taken for a click on its link.
    document.addEventListener('click', (click) => { if (entry.contains(click.target)) click.preventDefault(); }, { capture: true, once: true });
    if (!to || to === from) return;
    const home = entry.parentElement;
    const next = home.nextSibling;
    const list = home.parentElement;
    to.querySelector('.cal-entries')?.append(home);
    if (!(await move(entry, between(from.dataset.day, to.dataset.day)))) list.insertBefore(home, next);
  });
  document.addEventListener('pointercancel', stop);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag) stop();
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const entry = event.shiftKey && days ? movable(event.target) : null;
    if (!entry) return;
    event.preventDefault();
    move(entry, days);
  });
})();
