// What the page needs beyond htmx: sentences and keys, pasted lines, jumps to fields, notices,
// and that nothing written is lost when the browser closes or the program stops.
"use strict";

const $ = (id) => document.getElementById(id);

// All that sends the form waits in one line (hx-sync on #brief): one request under way; of previews
// at most one waits, for it takes the form as it is when its turn comes; what a person did is never
// dropped. #hands stands for the person where no button of htmx does.
function send(path, target, values) {
  return htmx.ajax("POST", path, { source: "#hands", target: target, swap: "innerHTML", values: values });
}

// A button of the form that only has the keyboard on it says where the next request of the form goes
// (htmx takes its formaction): a preview would be swapped for the file that button downloads.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.target.id === "brief") event.detail.path = event.target.getAttribute("hx-post");
});

// ---- sentences: a click or Enter asks for the source; the arrow keys walk from one to the next.
function ask(sentence) {
  const said = Array.from(document.querySelectorAll('[data-at="' + sentence.dataset.at + '"]'));
  const line = sentence.closest("p");
  const whole = said.length === 1 ? sentence.textContent : pieces(line, said);
  document.querySelectorAll(".sentence.asked").forEach((s) => s.classList.remove("asked"));
  said.forEach((s) => s.classList.add("asked"));
  send("/sentence", "#source", { "_.at": sentence.dataset.at, "_.said": whole });
}

// A sentence with places to fill in stands in several pieces: all between its first and its last,
// and the places right before and after them.
function pieces(line, said) {
  const all = Array.from(line.children);
  let from = all.indexOf(said[0]);
  let to = all.indexOf(said[said.length - 1]);
  while (from > 0 && all[from - 1].matches(".gap")) from -= 1;
  while (to + 1 < all.length && all[to + 1].matches(".gap")) to += 1;
  return all.slice(from, to + 1).map((e) => e.textContent).join("");
}

// One sentence at a time is a stop of the Tab key, and after it the lock of its own paragraph.
function rove() {
  const first = document.querySelector(".sentence");
  if (first && !document.querySelector('.sentence[tabindex="0"]')) stop(first);
  // The sentence the panel speaks of stays marked while it is still there.
  const said = document.querySelector("#source blockquote");
  if (!said) return;
  document.querySelectorAll('.sentence[data-at="' + said.dataset.of + '"]').forEach((s) => {
    if (said.textContent.includes(s.textContent)) s.classList.add("asked");
  });
}

function stop(sentence) {
  document.querySelectorAll('.sentence[tabindex="0"], .lock[tabindex="0"]').forEach((e) => {
    e.tabIndex = -1;
  });
  sentence.tabIndex = 0;
  const lock = sentence.closest(".para").querySelector(".lock");
  if (lock) lock.tabIndex = 0;
}

// Wherever the focus came from (a key, a click, a new preview that keeps it), there the walk goes on.
document.addEventListener("focusin", (event) => {
  if (event.target.matches(".sentence")) stop(event.target);
});

function closeSource() {
  const asked = document.querySelector(".sentence.asked");
  document.querySelectorAll(".sentence.asked").forEach((s) => s.classList.remove("asked"));
  $("source").replaceChildren();
  if (asked) asked.focus();
}

function step(sentence, way) {
  const all = Array.from(document.querySelectorAll(".sentence"));
  const next = all[all.indexOf(sentence) + way];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  const sentence = event.target.closest && event.target.closest(".sentence");
  if (event.key === "Escape" && document.querySelector("#source blockquote")) closeSource();
  if (!sentence) return;
  const ways = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  if (event.key === "Enter" || event.key === " ") ask(sentence);
  else if (event.key in ways) step(sentence, ways[event.key]);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const at = event.target.closest ? event.target : document.body;
  const sentence = at.closest(".sentence");
  const link = at.closest("a[data-field]");
  const lock = at.closest("button.lock");
  if (sentence) ask(sentence);
  if (at.closest("#close-source")) closeSource();
  if (at.closest("#close-notice")) $("notice").replaceChildren();
  if (lock) send("/lock", "#preview", { "_.at": lock.value });
  if (link) {
    event.preventDefault();
    jump(link.dataset.field);
  }
});

// ---- a gap in the draft leads to the field that fills it; a list that has no line yet gets one.
function fieldOf(name) {
  const fields = Array.from(document.querySelectorAll("#fields input, #fields select"));
  const inside = fields.filter((f) => f.name.startsWith(name + "."));
  return fields.find((f) => f.name === name) || inside.find((f) => !f.value) || inside[0];
}

// What the draft waits for is marked in the form too.
function mark() {
  document.querySelectorAll("#fields .wanted").forEach((f) => {
    f.classList.remove("wanted");
    f.removeAttribute("aria-invalid");
  });
  document.querySelectorAll("#preview a[data-field]").forEach((link) => {
    const field = fieldOf(link.dataset.field);
    if (field && !field.value) {
      field.classList.add("wanted");
      field.setAttribute("aria-invalid", "true");
    }
  });
}

function jump(name) {
  const target = fieldOf(name);
  if (target) {
    target.scrollIntoView({ block: "center" });
    target.focus();
    return;
  }
  // The nearest list around it that can grow.
  for (let at = name; at; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
    const add = document.querySelector('#fields button[value="add ' + at + '"]');
    if (add) {
      add.scrollIntoView({ block: "center" });
      add.click();
      return;
    }
  }
}

// ---- lines pasted into a list's field become items of their own.
document.addEventListener("paste", (event) => {
  const field = event.target;
  const text = event.clipboardData ? event.clipboardData.getData("text") : "";
  if (!field.dataset || !field.dataset.lines || !/\n/.test(text.trim())) return;
  event.preventDefault();
  const whole = field.value.slice(0, field.selectionStart) + text + field.value.slice(field.selectionEnd);
  send("/form", "#fields", { "_.act": "paste " + field.dataset.lines, "_.pasted": whole });
});

// ---- after a list changed, the keyboard goes on where the change was made.
document.addEventListener("htmx:afterSettle", (event) => {
  rove();
  mark();
  const asked = document.querySelector(".sentence.asked");
  if (event.target.id === "reader" || event.target.id === "back") {
    const first = event.target.querySelector("textarea, input[type=checkbox], input[type=file]");
    if (first) first.focus();
  }
  if (asked && event.target.id === "source") asked.scrollIntoView({ block: "nearest" });
  const config = event.detail.requestConfig;
  if (config && config.path === "/choose" && event.target.id === "preview") {
    const chosen = document.querySelector('.sentence[data-at="' + config.parameters["_.at"] + '"]');
    if (chosen) chosen.focus({ preventScroll: true });
  }
  const button = config && config.elt;
  if (!button || button.name !== "_.act") return;
  const [action, path] = button.value.split(" ");
  const field = (start) =>
    Array.from(document.querySelectorAll("#fields input")).filter((f) => f.name.startsWith(start));
  if (action === "add" || action === "task") {
    const added = field(path + ".").pop();
    if (added) {
      const item = added.name.slice(path.length + 1).split(".")[0];
      (field(path + "." + item)[0] || added).focus();
    }
  } else if (action === "remove") {
    const list = path.slice(0, path.lastIndexOf("."));
    const next = field(path)[0] || field(list + ".").pop();
    const add = document.querySelector('#fields button[value="add ' + list + '"]');
    if (next || add) (next || add).focus();
  } else {
    const list = path.slice(0, path.lastIndexOf(".") + 1);
    const at = Number(path.slice(list.length)) + (action === "up" ? -1 : 1);
    const same = document.querySelector('#fields button[value="' + action + " " + list + at + '"]');
    const moved = same || field(list + at)[0];
    if (moved) moved.focus();
  }
});
document.addEventListener("DOMContentLoaded", () => {
  rove();
  mark();
});

// ---- notices: what went wrong is said on the page, in the program's own words where it has any.
function notice(text) {
  const line = document.createElement("p");
  line.className = "finding error";
  line.setAttribute("role", "alert");
  line.textContent = text;
  $("notice").replaceChildren(line);
}

let retry = 0;
let down = false;

document.addEventListener("htmx:sendError", () => {
  down = true;
  notice("连不上程序：它可能已经关闭。请重新启动 drafter serve；写的内容还在这一页上，连上后会自动保存。");
  window.clearTimeout(retry);
  retry = window.setTimeout(() => $("autosaver") && htmx.trigger("#autosaver", "retry"), 3000);
});
document.addEventListener("htmx:responseError", (event) => {
  const answer = event.detail.xhr;
  const plain = /text\/plain/.test(answer.getResponseHeader("content-type") || "");
  notice(plain && answer.responseText ? answer.responseText : "程序出了错，这一步没有做成。");
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status >= 400) return;
  if (down) htmx.trigger(document.body, "redraft");
  down = false;
  if (event.detail.xhr.getResponseHeader("hx-retarget") !== "#notice") $("notice").replaceChildren();
});

// ---- what was typed in the last moments is sent along when the page is left.
let unsaved = false;
document.addEventListener("input", (event) => {
  if (event.target.form && event.target.form.id === "brief") unsaved = true;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target && event.detail.target.id === "saved") unsaved = false;
});
function keep() {
  if (!unsaved || !$("brief")) return;
  const fields = new URLSearchParams(new FormData($("brief")));
  if (!navigator.sendBeacon("/autosave", fields)) return;
  unsaved = false;
  // The version so saved is ours, but its number is never told.
  $("version").value = "";
}
window.addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keep();
});

document.addEventListener("submit", (event) => {
  const question = event.submitter && event.submitter.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
  // A file of a speech that is not there yet would only lead away from the form.
  const download = /\/(download\/(?!yaml)|back\/onto)/.test(event.submitter ? event.submitter.formAction : "");
  if (download && !document.querySelector("article.page")) {
    event.preventDefault();
    notice("还不能出稿：请先填好右边列出的几项。");
    const first = document.querySelector("#preview a[data-field]");
    if (first) jump(first.dataset.field);
  }
});
