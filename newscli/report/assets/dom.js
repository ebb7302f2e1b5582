"use strict";

// Building elements. Text enters the page through textContent alone: nothing here, or elsewhere, parses markup.

const SVG = "http://www.w3.org/2000/svg";

// Characters that draw nothing yet change how others are drawn or read: controls, bidi marks, tags.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** Return text with every unseen character drawn, as the command line does: what is read is what is there. */
function inert(text) {
  return String(text).replace(UNSEEN, (c) => {
    const code = c.codePointAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** Return an element with attributes, listeners (on…) and children; strings become text. */
function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
function s(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : inert(value));
  }
  for (const child of children.flat(Infinity))
    if (child !== null && child !== undefined && child !== "") element.append(asNode(child));
  return element;
}

function asNode(child) {
  return child instanceof Node ? child : document.createTextNode(inert(child));
}

const byId = (id) => document.getElementById(id);

/** Scroll only the pane that holds the element, and only when it is out of sight or asked to the middle. */
function reveal(element, block = "nearest") {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, inline: "nearest", behavior: still ? "instant" : "smooth" });
}

/** Say something to those who listen rather than look. */
function announce(text) {
  byId("status").textContent = inert(text);
}
