"use strict";
// The server says the version of the page that it has; one that is not this one is there to be read.
const events = new EventSource("events");
const status = document.getElementById("status");
events.addEventListener("message", (event) => {
  status.textContent = "";
  if (event.data !== document.body.dataset.version) location.reload();
});
events.addEventListener("error", () => {
  status.textContent = "circgen is not watching any more: this page may be out of date";
});
