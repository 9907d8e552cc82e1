// The news by keyboard. Without this script every act has its button.
(() => {
  const page = () => document.getElementById('news') || document.querySelector('.news-one');
  const links = () => [...document.querySelectorAll('.news-link')];
  const row = () => document.activeElement?.closest?.('.news-story');
  const turn = (step) => {
    const all = links();
    if (!all.length) return;
    const at = all.findIndex((each) => row()?.contains(each));
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    next.focus();
    next.closest('.news-story').scrollIntoView({ block: 'nearest' });
  };
  // In the list a key is meant for the story that has the focus; on a story's own page for that one.
  const press = (key) => (links().length ? row() : document)?.querySelector(`button[data-key="${key}"]`)?.click();
  const help = () => document.getElementById('news-keys')?.showModal();
  const acts = { j: () => turn(1), k: () => turn(-1), s: () => press('s'), x: () => press('x'), p: () => press('p'), '?': help };
  document.addEventListener('keydown', (event) => {
    if (!page() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, dialog[open]')) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  // A row that was drawn anew keeps the focus; who dismissed a story goes on to the next.
  let kept = null;
  document.addEventListener('htmx:beforeSwap', (event) => {
    const story = event.target.closest?.('.news-story');
    kept = story && story.contains(document.activeElement) ? story.id : null;
  });
  document.addEventListener('htmx:afterSwap', () => {
    const story = kept && document.getElementById(kept);
    kept = null;
    if (!story) return;
    const next = story.classList.contains('is-gone') && story.nextElementSibling ? story.nextElementSibling : story;
    next.querySelector('.news-link')?.focus({ preventScroll: true });
  });
  document.addEventListener('click', (event) => { if (event.target.closest?.('[data-news-help]')) help(); });
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-news-help]').forEach((each) => { each.hidden = false; });
  });
})();
