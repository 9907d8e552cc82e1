// The theme is this browser's own affair; the desk doesn't know it.
const themes = document.getElementById('theme');
if (themes) {
  const chosen = () => { try { return localStorage.getItem('theme') || 'auto'; } catch { return 'auto'; } };
  themes.hidden = false;
  for (const radio of themes.querySelectorAll('input')) {
    radio.checked = radio.value === chosen();
    radio.addEventListener('change', () => {
      try {
        if (radio.value === 'auto') localStorage.removeItem('theme'); else localStorage.setItem('theme', radio.value);
      } catch { /* then it lasts as long as this page */ }
      const dark = radio.value === 'dark' || (radio.value === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
    });
  }
}
for (const time of document.querySelectorAll('time[data-here]')) {
  time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang.replace(/^en$/, 'en-GB'), { dateStyle: 'medium', timeStyle: 'short' });
}
