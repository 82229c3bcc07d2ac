"use strict";

// The one place where the page's elements are made. Text of articles only ever becomes a text
// node; no markup is ever parsed.

const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  // Characters that reverse what follows them, and controls: one for one, so that offsets hold.
  const HOSTILE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

  function clean(text) {
    return String(text).replace(HOSTILE, "\ufffd");
  }

  function append(element, children) {
    for (const child of children) {
      if (child === null || child === undefined || child === false) continue;
      if (Array.isArray(child)) append(element, child);
      else element.append(child instanceof Node ? child : document.createTextNode(clean(child)));
    }
    return element;
  }

  function set(element, properties) {
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") {
        for (const [event, handler] of Object.entries(value)) {
          element.addEventListener(event, handler);
        }
      } else if (name === "data") {
        Object.assign(element.dataset, value);
      } else if (name === "href" && !isSafe(value)) {
        continue;
      } else {
        element.setAttribute(name, value === true ? "" : clean(value));
      }
    }
    return element;
  }

  // Links lead to places in this page or to web pages; never to a script.
  function isSafe(url) {
    return /^(#|https?:\/\/)/i.test(url);
  }

  function h(tag, properties, ...children) {
    return append(set(document.createElement(tag), properties), children);
  }

  function svg(tag, properties, ...children) {
    return append(set(document.createElementNS(SVG, tag), properties), children);
  }

  // Foreign text that must not reorder what stands beside it.
  function bdi(text, properties) {
    return h("bdi", properties, text);
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function replace(element, ...children) {
    element.replaceChildren();
    return append(element, children);
  }

  function count(number, noun) {
    return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  }

  return { h, svg, bdi, byId, replace, append, clean, count, isSafe };
})();

const { h, bdi, byId } = Dom;
