// Alerts in this browser: asks for permission only when somebody presses the button.
document.addEventListener('DOMContentLoaded', async () => {
  const box = document.getElementById('push');
  if (!box || !('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
  const said = document.getElementById('push-said');
  const on = document.getElementById('push-on');
  const off = document.getElementById('push-off');
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const post = async (at, values) => {
    const headers = JSON.parse(document.body.getAttribute('hx-headers') || '{}');
    const answer = await fetch(at, { method: 'POST', headers, body: new URLSearchParams(values) });
    if (!answer.ok) throw new Error(String(answer.status));
  };
  const tell = (subscription) => post(box.dataset.at, {
    endpoint: subscription.endpoint, key: text(subscription.getKey('p256dh')), auth: text(subscription.getKey('auth')),
  });
  const show = (subscribed, words) => {
    on.hidden = subscribed;
    off.hidden = !subscribed;
    said.textContent = words || (subscribed ? box.dataset.on : box.dataset.off);
  };
  on.addEventListener('click', async () => {
    try {
      if (await Notification.requestPermission() !== 'granted') { show(false, box.dataset.denied); return; }
      const worker = await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
      await tell(await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.key) }));
      show(true);
    } catch {
      show(false, box.dataset.failed);
    }
  });
  off.addEventListener('click', async () => {
    try {
      const worker = await navigator.serviceWorker.getRegistration('/');
      const subscription = await worker?.pushManager.getSubscription();
      if (subscription) {
        await post(`${box.dataset.at}/removal`, { endpoint: subscription.endpoint });
        await subscription.unsubscribe();
      }
      show(false);
    } catch {
      show(true, box.dataset.failed);
    }
  });
  try {
    const worker = await navigator.serviceWorker.getRegistration('/');
    show(Boolean(await worker?.pushManager.getSubscription()));
  } catch {
    show(false);
  }
});
