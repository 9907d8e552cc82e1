// The composer's fields come back anew when a picture was sent or a part added. What was typed, chosen, ordered or opened
// while the desk was answering outlives that: it's put into the new fields and saved.
(() => {
  const form = () => document.getElementById('composer');
  const isSwitch = (field) => ['checkbox', 'radio'].includes(field.type);
  const named = () => [...(form()?.querySelectorAll('#writing [name]') || [])].filter(
    (field) => !['hidden', 'file', 'submit'].includes(field.type) && field.tagName !== 'BUTTON',
  );
  const key = (field) => (isSwitch(field) ? `${field.name}=${field.value}` : field.id || field.name);
  const value = (field) => (isSwitch(field) ? field.checked : field.value);
  const order = () => [...(form()?.querySelectorAll('[data-picture] input[name="picture"]') || [])].map((field) => field.value);
  const folds = () => [...(form()?.querySelectorAll('#writing details') || [])];
  // A fold is known by the first field in it: that names its account or its picture.
  const fold = (details) => details.className + (details.querySelector('[name*="."]')?.name || '');
  const taken = () => ({
    fields: new Map(named().map((field) => [key(field), { name: field.name, value: value(field) }])),
    order: order(),
    open: new Set(folds().filter((details) => details.open).map(fold)),
  });

  let sent = null;
  let later = null;
  document.addEventListener('htmx:beforeRequest', (event) => { if (event.target === form()) sent = taken(); });
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id !== 'writing' || !sent || !event.detail.shouldSwap) return;
    const now = taken();
    const changed = [...now.fields].filter(([id, field]) => sent.fields.has(id) && sent.fields.get(id).value !== field.value);
    const active = document.activeElement;
    const caret = active && form()?.contains(active) && 'selectionStart' in active ? [active.id, active.selectionStart, active.selectionEnd] : null;
    later = { changed, was: sent, now, caret };
  });

  const texts = (name) => named().filter((field) => field.name === name);
  // Parts may have moved up or down: the field that holds what was sent is the one that was typed on.
  const home = (id, was) => {
    const all = texts(was.name);
    return all.find((field) => key(field) === id && value(field) === was.value) || all.find((field) => value(field) === was.value) || all.find((field) => key(field) === id);
  };
  const putBack = (id, was, now) => {
    const field = typeof was.value === 'boolean' ? named().find((each) => key(each) === id) : home(id, was);
    if (!field) return null;
    if (isSwitch(field)) { if (!field.disabled) field.checked = now.value; } else field.value = now.value;
    return field;
  };
  const arrange = (wanted) => {
    const list = form().querySelector('[data-pictures]');
    const items = new Map([...(list?.children || [])].map((item) => [item.querySelector('input[name="picture"]').value, item]));
    wanted.map((id) => items.get(id)).filter(Boolean).reverse().forEach((item) => list.prepend(item));
  };

  document.addEventListener('htmx:afterSwap', (event) => {
    if (!later || event.detail.target.id !== 'writing') return;
    const { changed, was, now, caret } = later;
    later = null;
    folds().forEach((details) => { if (now.open.has(fold(details))) details.open = true; });
    const back = new Map(changed.map(([id, field]) => [id, putBack(id, was.fields.get(id), field)]).filter(([, field]) => field));
    const moved = now.order.join() !== was.order.join();
    if (moved) arrange(now.order);
    const again = caret && back.get(caret[0]);
    if (again) { again.focus({ preventScroll: true }); again.setSelectionRange?.(caret[1], caret[2]); }
    if (back.size || moved) form().dispatchEvent(new Event('change', { bubbles: true }));
  });
})();
