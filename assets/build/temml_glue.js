// Run behind Temml, in the same ECMAScript 5 engine.
//
// Pages allow no `style` attributes, so what Temml says with styles becomes attributes of MathML
// where there are some, and else one of a few classes that the theme knows (css/blocks/math.css).
(function (global) {
  // A length in quarters of an em, for the classes tml-pl-0 to tml-pl-8.
  function quarters(length) {
    var parts = /^(-?[\d.]+)(em|ex|pt|px)?$/.exec(length);
    if (!parts) return 0;
    var perEm = { em: 1, ex: 2.2, pt: 12, px: 16 }[parts[2] || "em"];
    return Math.max(-8, Math.min(8, Math.round((4 * parts[1]) / perEm)));
  }
  function side(prefix) {
    return function (value) { return prefix + quarters(value); };
  }
  function line(prefix) {
    return function (value) { return prefix + (/dashed/.test(value) ? "-dashed" : /double/.test(value) ? "-double" : ""); };
  }
  function fixed(name) {
    return function () { return name; };
  }
  var classOf = {
    border: fixed("tml-b"),
    borderBottom: line("tml-bb"),
    borderLeft: line("tml-bl"),
    borderRight: line("tml-br"),
    borderTop: line("tml-bt"),
    fontStyle: fixed("tml-italic"),
    fontWeight: fixed("tml-bold"),
    justifyContent: fixed("tml-flex"),
    marginLeft: side("tml-ml-"),
    padding: function (value) { return /^[1-9.3]|^0\.3/.test(value) ? "tml-p" : ""; },
    paddingBottom: side("tml-pb-"),
    paddingLeft: side("tml-pl-"),
    paddingRight: side("tml-pr-"),
    paddingTop: side("tml-pt-"),
    textAlign: function (value) { return "tml-" + value; },
    transform: fixed("tml-mirror"),
    whiteSpace: fixed("tml-lines"),
    width: function (value) { return "tml-w" + Math.round(parseFloat(value)); },
  };
  function camelCase(name) {
    return name.replace(/-([a-z])/g, function (all, letter) { return letter.toUpperCase(); });
  }

  function replaceStyles(node) {
    var classes = node.classes || [];
    Object.keys(node.style || {}).forEach(function (written) {
      var name = camelCase(written), value = String(node.style[written]);
      if (name === "color" && /^(#[0-9a-f]{3,8}|[a-z]+)$/i.test(value)) {
        if (value !== "undefined") node.attributes.mathcolor = value;
      } else if (name === "backgroundColor") {
        node.attributes.mathbackground = value;
      } else if (name === "fontSize") {
        if (/^[\d.]+(em|%)$/.test(value)) node.attributes.mathsize = value;
      } else if (classOf.hasOwnProperty(name)) {
        var made = classOf[name](value);
        if (made) classes.push(made);
      }
    });
    node.style = {};
    if (node.attributes) {
      if (/bold/.test(node.attributes.style || "")) classes.push("tml-bold");
      // No formula names anything on the page, and none leads anywhere.
      ["style", "id", "href", "src"].forEach(function (name) { delete node.attributes[name]; });
    }
    node.classes = classes.filter(function (name, i) { return name && classes.indexOf(name) === i; });
    (node.children || []).forEach(replaceStyles);
  }

  // MathML of a formula, with its source as annotation. Throws an error whose message says what
  // is wrong, and whose `position` says where: in UTF-16 units, if it is there.
  global.typeset = function (source, isDisplay) {
    var tree = temml.__renderToMathMLTree(source, {
      displayMode: isDisplay, annotate: true, throwOnError: true, trust: false, maxExpand: 1000, maxSize: [50, 50], strict: false,
    });
    replaceStyles(tree);
    return tree.toMarkup();
  };
})(this);
