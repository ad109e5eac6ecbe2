// Text as generator/search/pack_text.h makes it shorter.
const unpackText = (packed) => {
  const first = packed.charCodeAt(0);
  const [lengths, distances] = first === 0x3000 ? [12, 3584] : [8, 800];
  const end = first + lengths * distances;
  let text = "";
  let plain = 1; // Where what is taken as it is begins.
  for (let at = 1; at < packed.length; at += 1) {
    const unit = packed.charCodeAt(at);
    if (unit === 1) {
      text += packed.slice(plain, at) + packed[at + 1];
      at += 1;
      plain = at + 1;
    } else if (unit >= first && unit < end) {
      text += packed.slice(plain, at);
      plain = at + 1;
      const distance = ((unit - first) % distances) + 1;
      let length = Math.floor((unit - first) / distances) + 4;
      const begin = text.length - distance;
      // What is referred to may reach into what it makes.
      while (length > 0) {
        const piece = text.slice(begin, begin + length);
        text += piece;
        length -= piece.length;
      }
    }
  }
  return text + packed.slice(plain);
};
