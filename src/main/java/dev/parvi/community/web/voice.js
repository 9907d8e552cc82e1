// A suggestion takes the place of what it's about; whatever was typed since stays. Without a script one writes it oneself.
const voiceShow = () => document.querySelectorAll('.voice-use[hidden]').forEach((button) => { button.hidden = false; });
document.addEventListener('htmx:afterSwap', voiceShow);
document.addEventListener('DOMContentLoaded', voiceShow);
document.addEventListener('click', (event) => {
  const button = event.target.closest('.voice-use');
  const field = button && document.getElementById(button.closest('.voice')?.dataset.voice);
  if (!field) return;
  const { voiceFrom: from, voiceTo: to, voiceFound: found, voiceUse: use } = button.dataset;
  if (field.value.slice(+from, +to) !== found) return;
  field.setRangeText(use, +from, +to, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
});
