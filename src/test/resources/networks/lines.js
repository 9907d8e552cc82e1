// The lines in which a text stands on the page, as a reader sees them.
(element) => {
  const lines = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let bottom = -Infinity;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].find((each) => each.width > 0);
      if (!box) continue;
      const middle = (box.top + box.bottom) / 2;
      if (middle > bottom) lines.push('');
      bottom = Math.max(bottom, box.bottom);
      lines[lines.length - 1] += node.data[at];
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line);
};
