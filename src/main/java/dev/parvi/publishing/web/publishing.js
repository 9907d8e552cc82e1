// Copy buttons: without this script the text can be selected by hand, and no button shows.
(() => {
  const ready = (root) => {
    if (!navigator.clipboard) return;
    for (const button of root.querySelectorAll('button[data-copy]')) button.hidden = false;
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('button[data-copy]');
    if (!button) return;
    const from = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.value);
      const said = button.querySelector('span');
      said.setAttribute('role', 'status');
      said.textContent = button.dataset.copied;
    } catch {
      from.focus();
      from.select();
    }
  });
  document.addEventListener('DOMContentLoaded', () => ready(document));
})();
