// What the page needs beyond htmx: keys on sentences, pasted lines, jumps to fields, questions.
"use strict";

document.addEventListener("keydown", (event) => {
  const sentence = event.target.closest && event.target.closest(".sentence");
  if (sentence && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    sentence.click();
  }
});

// Lines pasted into a list's field become items of their own.
document.addEventListener("paste", (event) => {
  const field = event.target;
  const text = event.clipboardData ? event.clipboardData.getData("text") : "";
  if (!field.dataset || !field.dataset.lines || !/\n/.test(text.trim())) return;
  event.preventDefault();
  document.getElementById("pasted").value = text;
  htmx.ajax("POST", "/form", {
    source: "#brief",
    target: "#fields",
    swap: "innerHTML",
    values: { "_.act": "paste " + field.dataset.lines },
  }).then(() => {
    document.getElementById("pasted").value = "";
  });
});

// A gap in the draft leads to the field that fills it; positions are counted from 1 there.
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[data-field]");
  if (!link) return;
  event.preventDefault();
  const name = link.dataset.field.replace(/\[(\d+)\]/g, (_, n) => "." + (Number(n) - 1));
  const fields = Array.from(document.querySelectorAll("#brief [name]"));
  const found =
    fields.find((f) => f.name === name) || fields.find((f) => f.name.startsWith(name + "."));
  const add = document.querySelector('button[value="add ' + name + '"]');
  const target = found || add;
  if (target) {
    target.scrollIntoView({ block: "center" });
    target.focus();
  }
});

document.addEventListener("submit", (event) => {
  const question = event.submitter && event.submitter.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
