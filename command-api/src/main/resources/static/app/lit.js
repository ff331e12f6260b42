// Lit's two halves, from the class path. The package `lit` joins them by bare specifiers, which would need an import
// map, and thus inline script.
import { ReactiveElement, css } from "/_static/reactive-element/@reactive-element.version@/reactive-element.js";
import { html, nothing, render, svg } from "/_static/lit-html/@lit-html.version@/lit-html.js";
import { live } from "/_static/lit-html/@lit-html.version@/directives/live.js";
import { repeat } from "/_static/lit-html/@lit-html.version@/directives/repeat.js";

export { css, html, live, nothing, repeat, svg };

/** A custom element that renders a template into its shadow root whenever a reactive property changes. */
export class Component extends ReactiveElement {
  update(changed) {
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot, { host: this });
  }
}
