"use strict";
// What the reader has set stays set. Pages opened from a disk may have no storage.
for (const box of document.querySelectorAll(".switches input")) {
  try {
    const kept = localStorage.getItem(`circgen-${box.id}`);
    if (kept !== null) box.checked = kept === "true";
    box.addEventListener("change", () => localStorage.setItem(`circgen-${box.id}`, box.checked));
  } catch {}
}

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());

// The reading position: the part at the top of the window, however long the page has become.
const POSITION = "circgen-position";

const position = () => {
  const part = [...document.querySelectorAll(".letter > .part")].find((each) => each.getBoundingClientRect().bottom > 1);
  return part && [part.id, part.getBoundingClientRect().top];
};

const goTo = ([id, top]) => {
  const part = document.getElementById(id);
  if (part) scrollBy({ top: part.getBoundingClientRect().top - top, behavior: "instant" });
};

addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(POSITION, JSON.stringify(position() ?? []));
  } catch {}
});

if (performance.getEntriesByType("navigation")[0]?.type === "reload") {
  history.scrollRestoration = "manual";
  try {
    goTo(JSON.parse(sessionStorage.getItem(POSITION) ?? "[]"));
  } catch {}
}
