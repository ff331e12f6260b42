import { Component, css, html } from "../lit.js";
import { parseMarkdown } from "../store/markdown.js";
import { shared } from "../styles/shared.js";

/** Shows what a user wrote in Markdown. */
class MarkdownText extends Component {
  static properties = { text: {} };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
        overflow-wrap: anywhere;
      }

      p,
      blockquote {
        margin: 0;
        white-space: pre-line;
      }

      h4 {
        margin: 0.3rem 0 0;
        font-size: 1rem;
      }

      ul,
      ol {
        padding-left: 1.3rem;
      }

      ul {
        list-style: disc;
      }

      ol {
        list-style: decimal;
      }

      blockquote {
        padding-left: 0.8rem;
        border-left: 3px solid var(--line);
        color: var(--ink-soft);
      }

      code {
        padding: 0.1em 0.3em;
        border-radius: 4px;
        background: var(--panel);
        font: 0.9em ui-monospace, "Liberation Mono", Menlo, monospace;
      }

      pre {
        margin: 0;
        padding: 0.6rem 0.8rem;
        overflow-x: auto;
        border-radius: var(--radius-small);
        background: var(--panel);
        font: 0.87em/1.5 ui-monospace, "Liberation Mono", Menlo, monospace;
      }
    `,
  ];

  render() {
    return parseMarkdown(this.text ?? "").map(blockTemplate);
  }
}

function blockTemplate(block) {
  switch (block.type) {
    case "heading":
      return html`<h4>${block.pieces.map(pieceTemplate)}</h4>`;
    case "quote":
      return html`<blockquote>${block.pieces.map(pieceTemplate)}</blockquote>`;
    case "code":
      return html`<pre>${block.text}</pre>`;
    case "list": {
      const items = block.items.map((pieces) => html`<li>${pieces.map(pieceTemplate)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    default:
      return html`<p>${block.pieces.map(pieceTemplate)}</p>`;
  }
}

function pieceTemplate(piece) {
  switch (piece.type) {
    case "strong":
      return html`<strong>${piece.text}</strong>`;
    case "em":
      return html`<em>${piece.text}</em>`;
    case "code":
      return html`<code>${piece.text}</code>`;
    case "link":
      return html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`;
    default:
      return piece.text;
  }
}

customElements.define("markdown-text", MarkdownText);
