// Shows what the desk has to say when no page of it is open.
self.addEventListener('push', (event) => {
  const said = event.data ? event.data.json() : { title: 'Parvi', body: '' };
  event.waitUntil(self.registration.showNotification(said.title, { body: said.body, data: { url: said.url || '/' }, tag: said.tag }));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
