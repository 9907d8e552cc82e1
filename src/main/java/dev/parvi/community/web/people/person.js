// A person's card beside the conversation: it takes the list's place until it's closed. Without this script the name leads to a
// page of its own.
(() => {
  const card = () => document.getElementById('person');
  let asked = null;
  const close = () => {
    if (!card()?.firstElementChild) return false;
    card().replaceChildren();
    if (asked?.isConnected) asked.focus();
    asked = null;
    return true;
  };
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id === 'person') {
      asked = event.detail.requestConfig?.elt || null;
      event.target.focus({ preventScroll: true });
      event.target.scrollIntoView({ block: 'nearest' });
    }
    if (event.target.id === 'talk') card()?.replaceChildren();
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-person-close]')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && card()?.contains(event.target)) close();
  });
})();
