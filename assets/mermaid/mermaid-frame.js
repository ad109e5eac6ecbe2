// Draws diagrams for the page that this frame stands in.
//
// Mermaid writes styles into what it draws, which the policy of our pages forbids. So it works
// here, under a policy of its own that lets nothing be loaded, and hands back a picture as text;
// the page shows it as an image, in which neither scripts nor addresses do anything.
"use strict";
{
  // Pages on disk have no origin of their own: there, who sent a message is all that is known.
  const isOnDisk = location.protocol === "file:";
  const origins = isOnDisk ? ["null", "file://"] : [location.origin];
  const tell = (message) => parent.postMessage(message, isOnDisk ? "*" : location.origin);

  const picture = (svg) => {
    const holder = document.createElement("div");
    holder.innerHTML = svg;
    const drawing = holder.querySelector("svg");
    const [, , width, height] = drawing.getAttribute("viewBox").split(/[\s,]+/).map(Number);
    drawing.style.removeProperty("max-width");
    drawing.setAttribute("width", Math.ceil(width));
    drawing.setAttribute("height", Math.ceil(height));
    // What Mermaid gives is HTML; an image has to be XML.
    const text = new XMLSerializer().serializeToString(drawing);
    return { svg: text, width: Math.ceil(width), height: Math.ceil(height) };
  };

  let count = 0;
  const draw = async ({ id, source, look }) => {
    count += 1;
    try {
      mermaid.initialize({
        startOnLoad: false,
        suppressErrorRendering: true,
        securityLevel: "strict",
        theme: "base",
        darkMode: look.name === "dark",
        themeVariables: look.variables,
        fontFamily: look.variables.fontFamily,
        // Words as text, not as HTML in the picture: all browsers show that in an image.
        htmlLabels: false,
        flowchart: { htmlLabels: false },
        gantt: { useWidth: 720 },
        secure: ["secure", "securityLevel", "startOnLoad", "maxTextSize", "maxEdges", "theme", "htmlLabels"],
      });
      const { svg } = await mermaid.render(`diagram-${count}`, source);
      tell({ id, look: look.name, ...picture(svg) });
    } catch (error) {
      document.getElementById(`ddiagram-${count}`)?.remove();
      tell({ id, look: look.name, error: String(error?.message ?? error) });
    }
  };

  // One after the other: Mermaid has one configuration.
  let turn = Promise.resolve();
  addEventListener("message", (event) => {
    if (event.source !== parent || !origins.includes(event.origin)) return;
    turn = turn.then(() => draw(event.data));
  });
  tell({ ready: true });
}
