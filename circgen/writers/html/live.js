"use strict";
// The server says the version of the page that it has. Its letters and findings take the place of
// those that are here; nothing else is loaded anew, so that nobody loses his place.
const events = new EventSource("events");
const status = document.getElementById("status");
let said;
let isTaking = false;
let place;

const take = (made) => {
  const { id, hash } = document.activeElement ?? {};
  place = position() ?? place;  // a broken page has none
  for (const style of document.querySelectorAll("style")) style.remove();
  document.head.append(...made.querySelectorAll("style"));
  for (const selector of ["title", "h1", "#findings > ol", "#letters"]) {
    const [old, fresh] = [document, made].map((each) => each.querySelector(selector));
    if (old && fresh) old.replaceWith(fresh);
    else if (old) old.remove();
    else if (fresh) document.getElementById("findings").append(fresh);
  }
  const [counted, now] = [document, made].map((each) => each.getElementById("findings-title"));
  if (counted.textContent !== now.textContent) counted.textContent = now.textContent;  // it is read out
  document.body.dataset.version = made.body.dataset.version;
  const focused = document.getElementById(id) ?? (hash && document.querySelector(`a[href="${CSS.escape(hash)}"]`));
  focused?.focus({ preventScroll: true });
  if (place) goTo(place);
};

events.addEventListener("message", async (event) => {
  status.textContent = "";
  said = event.data;
  if (isTaking || said === document.body.dataset.version) return;
  isTaking = true;
  try {
    for (let asked; asked !== said;) {
      asked = said;
      const page = await fetch("");
      if (page.ok) take(new DOMParser().parseFromString(await page.text(), "text/html"));
    }
  } catch {
    // The server has gone: the other listener says so.
  } finally {
    isTaking = false;
  }
});
events.addEventListener("error", () => {
  status.textContent = "circgen is not watching any more: this page may be out of date";
});
