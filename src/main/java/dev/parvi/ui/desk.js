// The few things a page can't do without a script. Everything that matters works without them too.
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.desk-more[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.querySelectorAll('details.desk-more[open]').forEach((d) => { d.open = false; });
});
