// Text as generator/search/pack_text.h makes it shorter.
const decoder = new TextDecoder("utf-16le");
const unpackText = (packed) => {
  const first = packed.charCodeAt(0);
  const [lengths, distances] = first === 0x3000 ? [12, 3584] : [8, 800];
  const end = first + lengths * distances;
  let units = new Uint16Array(packed.length * 3);
  let size = 0;
  for (let at = 1; at < packed.length; at += 1) {
    const unit = packed.charCodeAt(at);
    if (size + lengths + 4 > units.length) {
      const larger = new Uint16Array(units.length * 2);
      larger.set(units);
      units = larger;
    }
    if (unit === 1) {
      units[size++] = packed.charCodeAt((at += 1));
    } else if (unit >= first && unit < end) {
      const distance = ((unit - first) % distances) + 1;
      // What is referred to may reach into what it makes.
      for (let length = Math.floor((unit - first) / distances) + 4; length > 0; length -= 1) {
        units[size] = units[size - distance];
        size += 1;
      }
    } else {
      units[size++] = unit;
    }
  }
  return decoder.decode(units.subarray(0, size));
};
