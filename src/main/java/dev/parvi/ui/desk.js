// The few things a page can't do without a script. Everything that matters works without them too.
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.desk-more[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.querySelectorAll('details.desk-more[open]').forEach((d) => { d.open = false; });
});

// What went wrong, in words, where the reader sees it; what was typed stays as it is.
const trouble = (html, text) => {
  const bar = document.getElementById('trouble');
  if (!bar) return;
  bar.hidden = false;
  if (html) bar.innerHTML = html; else bar.textContent = text;
};
document.addEventListener('htmx:responseError', (event) => {
  const { xhr } = event.detail;
  const bar = document.getElementById('trouble');
  trouble(xhr.getResponseHeader('X-Trouble') ? xhr.responseText : '', bar?.dataset.error);
});
for (const name of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(name, () => trouble('', document.getElementById('trouble')?.dataset.offline));
}
document.addEventListener('htmx:beforeRequest', () => {
  const bar = document.getElementById('trouble');
  if (bar) bar.hidden = true;
});
