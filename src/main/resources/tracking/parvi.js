(function (w, d) {
  var me = d.currentScript, at = me.src.replace(/parvi\.js.*$/, ''), site = me.getAttribute('data-site'),
    keep = me.hasAttribute('data-memory'), link = new URLSearchParams(w.location.search).get('pv') || '', memory = '';
  function random() {
    return Array.from(w.crypto.getRandomValues(new Uint8Array(12)), function (n) { return n.toString(36); }).join('').slice(0, 20);
  }
  if (keep) try {
    memory = w.localStorage.getItem('parvi') || '';
    if (!memory) w.localStorage.setItem('parvi', memory = random());
  } catch (e) { memory = ''; }
  function send(door, said) {
    said.s = site;
    if (memory) said.m = memory;
    return w.fetch(at + door, {method: 'POST', body: JSON.stringify(said), keepalive: true, credentials: 'omit', referrerPolicy: 'origin'});
  }
  function told(name, more) {
    more = more || {};
    send('event', {n: name, v: more.value == null ? null : '' + more.value, c: more.currency || '', i: more.id || random(), l: link, p: more.number || ''})
      .catch(function () {});
  }
  function ready() {
    var places = d.querySelectorAll('[data-parvi-number]');
    if (link || places.length) send('hello', {l: link, t: places.length > 0}).then(function (answer) {
      return answer.status === 200 ? answer.json() : {};
    }).then(function (answer) {
      if (answer.tel) places.forEach(function (place) {
        place.textContent = answer.tel;
        if (place.href) place.href = 'tel:' + answer.tel.replace(/[^+\d]/g, '');
      });
    }).catch(function () {});
  }
  d.addEventListener('click', function (e) {
    var a = e.target.closest && e.target.closest('a[href^="tel:"],[data-parvi]:not(form)');
    if (a && a.hasAttribute('data-parvi')) told(a.getAttribute('data-parvi'));
    else if (a) told('called', {number: a.getAttribute('href').slice(4)});
  }, true);
  d.addEventListener('submit', function (e) {
    if (e.target.hasAttribute('data-parvi')) told(e.target.getAttribute('data-parvi'));
  }, true);
  var waiting = w.parvi && w.parvi.q || [];
  w.parvi = told;
  waiting.forEach(function (said) { told(said[0], said[1]); });
  if (d.readyState === 'loading') d.addEventListener('DOMContentLoaded', ready); else ready();
})(window, document);
