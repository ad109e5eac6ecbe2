// Diagrams: drawn once the reader comes near the first one, by Mermaid in a frame of the site's
// own (mermaid-frame.js), once for light pages and once for dark ones. The source stays below,
// open where there is no picture.
{
  const figures = [...document.querySelectorAll("figure.mermaid")];
  const address = new URL("../mermaid.html", document.currentScript.src).href;
  const isOnDisk = location.protocol === "file:";
  const origins = isOnDisk ? ["null", "file://"] : [location.origin];

  // The colours of the theme, by day or by night, whichever it is now.
  const lookOf = (name) => {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.colorScheme = name;
    const token = (token) => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    };
    const [paper, soft, sunk, line, edge] = ["paper", "soft", "sunk", "line", "edge"].map(token);
    const [ink, quiet, accent, marker, mark] = ["ink", "ink-2", "accent", "marker", "mark"].map(token);
    const signs = ["info", "success", "warning", "danger", "violet", "teal"].map(token);
    probe.remove();
    const variables = {
      darkMode: name === "dark",
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: "16px",
      background: paper,
      mainBkg: soft,
      primaryColor: soft,
      primaryTextColor: ink,
      primaryBorderColor: edge,
      secondaryColor: sunk,
      secondaryTextColor: ink,
      secondaryBorderColor: edge,
      tertiaryColor: soft,
      tertiaryTextColor: ink,
      tertiaryBorderColor: edge,
      textColor: ink,
      titleColor: ink,
      lineColor: quiet,
      edgeLabelBackground: paper,
      clusterBkg: paper,
      clusterBorder: edge,
      nodeBorder: edge,
      noteBkgColor: mark,
      noteTextColor: ink,
      noteBorderColor: edge,
      actorBkg: soft,
      actorBorder: edge,
      actorTextColor: ink,
      actorLineColor: edge,
      signalColor: quiet,
      signalTextColor: ink,
      labelTextColor: ink,
      loopTextColor: ink,
      activationBkgColor: sunk,
      activationBorderColor: edge,
      sectionBkgColor: soft,
      sectionBkgColor2: soft,
      altSectionBkgColor: paper,
      gridColor: line,
      todayLineColor: marker,
      taskBkgColor: sunk,
      taskBorderColor: edge,
      taskTextColor: ink,
      taskTextDarkColor: ink,
      taskTextLightColor: ink,
      taskTextOutsideColor: ink,
      activeTaskBkgColor: paper,
      activeTaskBorderColor: accent,
      doneTaskBkgColor: paper,
      doneTaskBorderColor: edge,
      critBkgColor: paper,
      critBorderColor: marker,
      pieTitleTextColor: ink,
      pieLegendTextColor: ink,
      pieSectionTextColor: paper,
      pieOpacity: "1",
      pieStrokeColor: paper,
      pieOuterStrokeColor: edge,
    };
    signs.forEach((color, i) => (variables[`pie${i + 1}`] = color));
    // Branches of mind maps and periods of timelines.
    for (let i = 0; i < 12; i += 1) {
      variables[`cScale${i}`] = i % 2 ? soft : sunk;
      variables[`cScaleLabel${i}`] = ink;
      variables[`cScalePeer${i}`] = edge;
      variables[`cScaleInv${i}`] = edge;
    }
    return { name, variables };
  };

  const show = (figure, { look, svg, width, height }) => {
    let button = figure.querySelector(".mermaid-picture");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "mermaid-picture";
      button.title = carnet.words.enlarge;
      button.addEventListener("click", () => carnet.enlarge(button.querySelectorAll("img")));
      const source = figure.querySelector("details");
      source.before(button);
      source.open = false;
      figure.dataset.drawn = "";
    }
    const image = document.createElement("img");
    image.className = `only-${look}`;
    image.alt = figure.dataset.alt ?? figure.querySelector("code").textContent.trim();
    image.width = width;
    image.height = height;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    button.append(image);
  };

  const fail = (figure, error) => {
    if (figure.querySelector(".mermaid-error")) return;
    const note = document.createElement("p");
    note.className = "mermaid-error";
    const words = note.appendChild(document.createElement("strong"));
    words.textContent = figure.dataset.error;
    note.append(document.createElement("br"), error);
    figure.querySelector("details").before(note);
    figure.querySelector("details").open = true;
  };

  const drawAll = () => {
    const frame = document.createElement("iframe");
    frame.className = "mermaid-frame";
    frame.title = "Mermaid";
    frame.tabIndex = -1;
    frame.ariaHidden = "true";
    frame.src = address;
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== frame.contentWindow || !origins.includes(origin)) return;
      if (data.ready) {
        const isDark =
          document.documentElement.dataset.theme === "dark" ||
          (document.documentElement.dataset.theme !== "light" &&
            matchMedia("(prefers-color-scheme: dark)").matches);
        // First what the reader sees, then what the other theme would show.
        for (const name of isDark ? ["dark", "light"] : ["light", "dark"]) {
          const look = lookOf(name);
          figures.forEach((figure, id) => {
            const source = figure.querySelector("code").textContent;
            frame.contentWindow.postMessage({ id, source, look }, isOnDisk ? "*" : location.origin);
          });
        }
        return;
      }
      const figure = figures[data.id];
      if (figure && data.error) fail(figure, data.error);
      else if (figure && data.svg) show(figure, data);
    });
    document.body.append(frame);
  };

  if (figures.length > 0) {
    for (const figure of figures) figure.querySelector("details").open = false;
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        drawAll();
      },
      { rootMargin: "800px" },
    );
    for (const figure of figures) near.observe(figure);
  }
}
