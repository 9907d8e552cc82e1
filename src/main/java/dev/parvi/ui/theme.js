// Before the first paint: the theme the reader chose, or the one their system asks for.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    let chosen = null;
    try { chosen = localStorage.getItem('theme'); } catch { /* storage may be closed to us */ }
    document.documentElement.setAttribute('data-bs-theme', chosen || (dark.matches ? 'dark' : 'light'));
  };
  dark.addEventListener('change', set);
  set();
})();
