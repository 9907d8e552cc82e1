// Draws records of app.bsky.feed.post as the network's own app does, out of nothing but what its server returned: text and
// facets by their bytes, pictures in the shape they were sent in, a link's card.
({ posts, name, handle, width, font }) => {
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className: className || '', textContent: text || '' });
  // The app shows links without their scheme, and no more than 13 characters of a long path.
  const short = (link) => {
    const url = new URL(link);
    const path = (url.pathname === '/' ? '' : url.pathname) + url.search + url.hash;
    return url.host + (path.length > 15 ? `${path.slice(0, 13)}...` : path);
  };
  const said = (record) => {
    const bytes = new TextEncoder().encode(record.text);
    const cut = (from, to) => new TextDecoder().decode(bytes.slice(from, to));
    const text = make('div', 'net-text');
    let at = 0;
    for (const facet of [...(record.facets || [])].sort((a, b) => a.index.byteStart - b.index.byteStart)) {
      const { byteStart, byteEnd } = facet.index;
      const link = facet.features.find((each) => each.$type === 'app.bsky.richtext.facet#link');
      text.append(cut(at, byteStart), make('a', '', link ? short(cut(byteStart, byteEnd)) : cut(byteStart, byteEnd)));
      at = byteEnd;
    }
    text.append(cut(at));
    return text;
  };
  const pictures = (embed, blobs) => {
    const all = make('div', `net-pictures of-${embed.images.length}`);
    for (const image of embed.images) {
      const figure = make('figure');
      const { width: w, height: h } = image.aspectRatio;
      figure.append(Object.assign(new Image(w, h), { src: blobs[image.image.ref.$link], alt: image.alt }));
      if (embed.images.length === 1) figure.style.aspectRatio = `${w} / ${h}`;
      if (image.alt) figure.append(make('span', 'net-alt', 'ALT'));
      all.append(figure);
    }
    return all;
  };
  const card = ({ external }, blobs) => {
    const all = make('div', 'net-card');
    if (external.thumb) all.append(Object.assign(new Image(), { src: blobs[external.thumb.ref.$link], alt: '' }));
    const words = make('div');
    words.append(make('b', 'net-card-title', external.title), make('p', '', external.description), make('small', 'net-card-host', new URL(external.uri).hostname));
    all.append(words);
    return all;
  };
  const thread = make('div', 'net');
  thread.style.width = `${width}px`;
  thread.style.fontFamily = font;
  for (const { record, blobs } of posts) {
    const post = make('article', 'net-post');
    const body = make('div');
    const head = make('div', 'net-head');
    head.append(make('b', '', name), make('span', '', ` @${handle}`));
    body.append(head);
    if (record.text) body.append(said(record));
    if (record.embed?.images) body.append(pictures(record.embed, blobs));
    if (record.embed?.external) body.append(card(record.embed, blobs));
    post.append(make('span', 'net-face', [...name][0].toUpperCase()), body);
    thread.append(post);
  }
  document.body.replaceChildren(thread);
  return Promise.all([...document.images].map((image) => image.decode()));
};
