// The composer: counts as one types, pictures by drop and paste, crop and order by drag, and a copy of what is typed in this
// browser until the desk has it.
(() => {
  const form = () => document.getElementById('composer');
  document.documentElement.classList.add('has-script');

  // ——— counting, as the network does; the desk's own count follows with every save
  const segments = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;
  const count = (text, unit) => {
    if (unit === 'UTF16') return text.length;
    if (unit === 'CODE_POINTS' || !segments) return [...text].length;
    let n = 0;
    for (const each of segments.segment(text)) n += each ? 1 : 0;
    return n;
  };
  const textsOf = (suffix) => {
    const texts = [...form().querySelectorAll(`[name="text${suffix}"], [name="part${suffix}"]`)];
    return texts.map((each) => each.value.trim()).filter((text) => text);
  };
  const recount = () => {
    if (!form()) return;
    let strictest = null;
    for (const each of form().querySelectorAll('.compose-count')) {
      const { account, unit, limit, thread } = each.dataset;
      const own = form().querySelector(`[data-own="${account}"]`);
      const said = textsOf(own && own.checked ? `.${account}` : '');
      const texts = thread ? said : [said.join('\n\n')];
      const most = Math.max(0, ...texts.map((text) => count(text, unit)));
      each.querySelector('[data-count]').textContent = most;
      each.classList.toggle('is-over', most > limit);
      each.classList.toggle('is-near', most <= limit && most * 10 >= limit * 9);
      if (!strictest || Number(limit) < strictest.limit) strictest = { limit: Number(limit), unit };
    }
    for (const each of form().querySelectorAll('[data-part-count]')) {
      const area = each.closest('.compose-part').querySelector('textarea');
      each.textContent = strictest ? `${count(area.value.trim(), strictest.unit)} / ${strictest.limit}` : '';
    }
  };

  // ——— what is typed is kept here too, until the desk says that it has it
  const key = () => `parvi.draft.${location.pathname}`;
  let dirty = 0;
  const fields = () => [...new FormData(form())].filter(([name, value]) => typeof value === 'string' && !['_csrf', 'rev', 'window'].includes(name));
  const backUp = () => {
    dirty++;
    try { localStorage.setItem(key(), JSON.stringify({ at: Date.now(), fields: fields() })); } catch { /* no room, no copy */ }
  };
  const forget = () => { try { localStorage.removeItem(key()); } catch { /* nothing to forget */ } };
  const kept = () => { try { return JSON.parse(localStorage.getItem(key())); } catch { return null; } };
  const texts = (list) => JSON.stringify(list.filter(([name]) => /^(title|text|part|comment|link|quote|tags|alt)/.test(name)));
  const restore = (list) => {
    const byName = new Map();
    for (const [name, value] of list) byName.set(name, [...(byName.get(name) || []), value]);
    const left = [];
    for (const [name, values] of byName) {
      const inputs = [...form().querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=hidden])`)];
      if (inputs.length && ['checkbox', 'radio'].includes(inputs[0].type)) continue;
      values.forEach((value, n) => { if (inputs[n]) inputs[n].value = value; else if (/^(part|comment)$/.test(name) && value.trim()) left.push(value); });
    }
    for (const input of form().querySelectorAll('[data-where], [data-own], [data-some]')) {
      if (!input.disabled) input.checked = (byName.get(input.name) || []).includes(input.value);
    }
    // Parts whose fields aren't there any more are put behind the text, so that none is lost.
    if (left.length) document.getElementById('text').value += `\n\n${left.join('\n\n')}`;
    form().dispatchEvent(new Event('input', { bubbles: true }));
  };
  const offer = () => {
    const bar = document.querySelector('[data-restore]');
    const copy = kept();
    if (!bar || !form() || !copy || texts(copy.fields) === texts(fields())) return;
    bar.hidden = false;
    bar.querySelector('[data-restore-yes]').addEventListener('click', () => { bar.hidden = true; restore(copy.fields); });
    bar.querySelector('[data-restore-no]').addEventListener('click', () => { bar.hidden = true; forget(); });
  };
  let sent = 0;
  document.addEventListener('htmx:beforeRequest', (event) => { if (event.target === form()) sent = dirty; });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.target !== form() || !event.detail.successful) return;
    const done = form().querySelector('[data-kept]');
    if (done && sent === dirty) { dirty = 0; sent = 0; forget(); }
  });
  // A preview that was asked for by what no longer stands there is older than the one that does.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.target.id === 'previews' && !event.detail.requestConfig.elt.isConnected) event.detail.shouldSwap = false;
  });
  // A cut connection comes back by itself; so does what waited for it.
  for (const name of ['htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(name, (event) => {
      if (event.target !== form() || !form().dataset.live) return;
      setTimeout(() => { if (form() && dirty) form().requestSubmit(form().querySelector('button[value="save"]')); }, 6000);
    });
  }
  window.addEventListener('beforeunload', (event) => { if (form() && !form().dataset.live && dirty) event.preventDefault(); });

  // ——— pictures: chosen, dropped or pasted, they are sent at once
  const send = (files, where) => {
    const input = document.getElementById('files');
    const images = [...files].filter((file) => file.type.startsWith('image/'));
    if (!input || !images.length || input.matches(':disabled')) return false;
    const all = new DataTransfer();
    images.forEach((file) => all.items.add(file));
    input.files = all.files;
    // What is dropped or pasted on a part goes with that part.
    const to = document.getElementById('to');
    const part = where?.closest?.('.compose-part')?.querySelector('[name="part"]');
    if (to && part) to.value = Number(part.id.split('-').pop()) + 1;
    form().querySelector('button[value="upload"]').click();
    return true;
  };
  document.addEventListener('change', (event) => {
    if (event.target.id === 'files') { event.stopPropagation(); if (event.target.files.length) send(event.target.files); }
  }, true);
  document.addEventListener('paste', (event) => {
    if (form() && event.clipboardData?.files.length && form().contains(event.target) && send(event.clipboardData.files, event.target)) event.preventDefault();
  });
  for (const name of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(name, (event) => {
      const zone = form() && event.dataTransfer?.types.includes('Files') ? form().querySelector('[data-drop]') : null;
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle('is-dropping', name === 'dragover');
      if (name === 'drop') send(event.dataTransfer.files, event.target);
    });
  }

  // ——— order by drag
  let moving = null;
  document.addEventListener('dragstart', (event) => {
    moving = event.target.closest?.('[data-picture]');
    if (moving) { event.dataTransfer.effectAllowed = 'move'; moving.classList.add('is-moving'); }
  });
  document.addEventListener('dragover', (event) => {
    const over = event.target.closest?.('[data-picture]');
    if (!moving || !over || over === moving) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    over.parentNode.insertBefore(moving, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
  });
  document.addEventListener('dragend', () => {
    if (!moving) return;
    moving.classList.remove('is-moving');
    moving.draggable = false;
    moving = null;
    // Their numbers and buttons are drawn anew where the form is kept as one types.
    const ordered = form().querySelector('[data-ordered]');
    if (form().dataset.live && ordered) ordered.click();
    else changed(form());
  });
  const changed = (where) => where.dispatchEvent(new Event('change', { bubbles: true }));

  // ——— crop by drag: the number fields are what is saved
  const sides = (crop) => ['left', 'top', 'width', 'height'].map((side) => crop.querySelector(`[name^="${side}."]`));
  const drawCrop = (crop) => {
    const svg = crop.querySelector('[data-cropper]');
    const { width: w, height: h } = svg.viewBox.baseVal;
    const [l, t, cw, ch] = sides(crop).map((input) => Number(input.value) / 1000);
    const [x, y, width, height] = [l * w, t * h, cw * w, ch * h];
    const knob = Math.max(w, h) / 28;
    const put = (element, values) => Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));
    put(svg.querySelector('.compose-frame'), { x, y, width, height });
    put(svg.querySelector('.compose-handle'), { x: x + width - knob, y: y + height - knob, width: knob, height: knob });
    svg.querySelector('.compose-shade').setAttribute('d', `M0 0H${w}V${h}H0Z M${x} ${y}H${x + width}V${y + height}H${x}Z`);
    svg.removeAttribute('hidden');
  };
  const setSides = (crop, values) => {
    const [l, t, w, h] = values;
    const width = Math.min(1000, Math.max(20, w));
    const height = Math.min(1000, Math.max(20, h));
    const all = [Math.min(Math.max(0, l), 1000 - width), Math.min(Math.max(0, t), 1000 - height), width, height];
    sides(crop).forEach((input, n) => { input.value = Math.round(all[n]); });
    drawCrop(crop);
  };
  document.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest?.('[data-grip]');
    if (grip) grip.closest('[data-picture]').draggable = true;
    const svg = event.target.closest?.('[data-cropper]');
    if (!svg) return;
    event.preventDefault();
    const crop = svg.closest('[data-crop]');
    const box = svg.querySelector('image').getBoundingClientRect();
    const at = (e) => [((e.clientX - box.left) / box.width) * 1000, ((e.clientY - box.top) / box.height) * 1000];
    const [x0, y0] = at(event);
    const was = sides(crop).map((input) => Number(input.value));
    const whole = was[2] >= 1000 && was[3] >= 1000;
    const how = event.target.matches('.compose-handle') ? 'size' : event.target.matches('.compose-frame') && !whole ? 'move' : 'new';
    const move = (e) => {
      const [x, y] = at(e);
      if (how === 'move') setSides(crop, [was[0] + x - x0, was[1] + y - y0, was[2], was[3]]);
      else if (how === 'size') setSides(crop, [was[0], was[1], Math.min(x, 1000) - was[0], Math.min(y, 1000) - was[1]]);
      else setSides(crop, [Math.max(0, Math.min(x0, x)), Math.max(0, Math.min(y0, y)), Math.abs(x - x0), Math.abs(y - y0)]);
    };
    const up = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      changed(sides(crop)[0]);
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
  });

  // ——— the rest
  document.addEventListener('input', (event) => {
    if (!form() || !form().contains(event.target)) return;
    recount();
    backUp();
    const crop = event.target.closest?.('[data-crop]');
    if (crop && event.target.type === 'number') drawCrop(crop);
  });
  document.addEventListener('change', (event) => {
    if (!form() || !form().contains(event.target)) return;
    // Own words begin with what all say.
    if (event.target.matches('[data-own]') && event.target.checked) {
      const own = document.getElementById(`text.${event.target.dataset.own}`);
      if (own && !own.value.trim()) own.value = document.getElementById('text').value;
    }
    recount();
    backUp();
  });
  document.addEventListener('toggle', (event) => {
    if (event.target.matches?.('[data-crop]') && event.target.open) drawCrop(event.target);
  }, true);
  // What stands beside the form acts on what is kept: so it's kept first.
  document.addEventListener('submit', (event) => {
    if (event.target.matches?.('[data-forget]')) forget();
    if (!event.target.matches?.('[data-after-save], .compose-go form') || !form() || !form().dataset.live || !dirty) return;
    event.preventDefault();
    const { target, submitter } = event;
    form().addEventListener('htmx:afterRequest', () => { if (!dirty) target.requestSubmit(submitter); }, { once: true });
    form().requestSubmit(form().querySelector('button[value="save"]'));
  }, true);
  const begin = () => {
    if (!form()) return;
    document.querySelectorAll('[data-with-script]').forEach((each) => { each.hidden = false; });
    document.querySelectorAll('[data-without-script]').forEach((each) => { each.hidden = true; });
    document.querySelectorAll('[data-crop][open]').forEach(drawCrop);
    recount();
  };
  document.addEventListener('htmx:afterSettle', begin);
  const first = () => { begin(); offer(); };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', first); else first();
})();
