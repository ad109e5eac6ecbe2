// What Temml uses of ECMAScript 2015, for an engine that knows ECMAScript 5. Only that: keys of
// collections are texts or numbers, and nothing iterates over a collection but Array.from.
(function (global) {
  function define(object, name, value) {
    if (object[name] === undefined) {
      Object.defineProperty(object, name, { value: value, writable: true, configurable: true });
    }
  }
  // Keys are texts here, told apart by their type.
  function keyOf(key) { return typeof key + ":" + String(key); }
  function Collection(items, add) {
    this.index = Object.create(null);
    this.list = [];
    for (var i = 0; items && i < items.length; ++i) add.call(this, items[i]);
  }
  function put(collection, key, value) {
    var id = keyOf(key);
    if (id in collection.index) collection.list[collection.index[id]][1] = value;
    else { collection.index[id] = collection.list.length; collection.list.push([key, value]); }
    return collection;
  }
  function has(key) { return keyOf(key) in this.index; }
  if (global.Set === undefined) {
    global.Set = function (items) { Collection.call(this, items, function (item) { put(this, item, item); }); };
    global.Set.prototype.has = has;
    global.Set.prototype.add = function (item) { return put(this, item, item); };
  }
  if (global.Map === undefined) {
    global.Map = function (items) { Collection.call(this, items, function (item) { put(this, item[0], item[1]); }); };
    global.Map.prototype.has = has;
    global.Map.prototype.get = function (key) { var at = this.index[keyOf(key)]; return at === undefined ? undefined : this.list[at][1]; };
    global.Map.prototype.set = function (key, value) { return put(this, key, value); };
  }
  define(Object, "values", function (o) { return Object.keys(o).map(function (k) { return o[k]; }); });
  define(Object, "entries", function (o) { return Object.keys(o).map(function (k) { return [k, o[k]]; }); });
  define(Object, "assign", function (target) {
    for (var i = 1; i < arguments.length; ++i) {
      var from = arguments[i];
      if (from) Object.keys(from).forEach(function (k) { target[k] = from[k]; });
    }
    return target;
  });
  define(Array, "from", function (items) {
    if (typeof items === "string") return items.split("");
    return items.list ? items.list.map(function (entry) { return entry[1]; }) : Array.prototype.slice.call(items);
  });
  define(Array.prototype, "includes", function (item) { return this.indexOf(item) >= 0; });
  define(Array.prototype, "findIndex", function (test) {
    for (var i = 0; i < this.length; ++i) if (test(this[i], i, this)) return i;
    return -1;
  });
  define(Array.prototype, "find", function (test) { var i = this.findIndex(test); return i < 0 ? undefined : this[i]; });
  define(Array.prototype, "fill", function (value) { for (var i = 0; i < this.length; ++i) this[i] = value; return this; });
  define(String.prototype, "includes", function (part) { return this.indexOf(part) >= 0; });
  define(String.prototype, "startsWith", function (part) { return this.lastIndexOf(part, 0) === 0; });
  define(String.prototype, "endsWith", function (part) { return this.slice(-part.length) === part || part === ""; });
  define(String.prototype, "repeat", function (n) { return new Array(n + 1).join(this); });
  define(String.prototype, "codePointAt", function (i) {
    var high = this.charCodeAt(i), low = this.charCodeAt(i + 1);
    return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : high;
  });
  define(String, "fromCodePoint", function (c) {
    return c < 0x10000 ? String.fromCharCode(c) : String.fromCharCode(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
  });
})(this);
