import { css, html } from "../lit.js";
import { moonName, moonPhase } from "../store/moon.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { logo, moonInTheSky } from "./icons.js";

/** What someone sees who is not signed in. */
class WelcomePage extends AppElement {
  static styles = [
    shared,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100%;
        padding: 2rem 1.5rem;
      }

      main {
        max-width: 26rem;
      }

      .name {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        font: 600 1.5rem var(--font-display);
      }

      h1 {
        margin-top: 2.5rem;
        font: 500 2.4rem/1.15 var(--font-display);
        letter-spacing: -0.015em;
        text-wrap: balance;
      }

      p {
        margin: 1rem 0 2rem;
        color: var(--ink-soft);
        font-size: 1.05rem;
      }

      .button {
        min-height: 2.75rem;
        padding: 0 1.4rem;
      }

      .tonight {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        margin: 3.5rem 0 0;
        color: var(--ink-faint);
        font-size: 0.87rem;
      }

      .failure {
        padding: 0.8rem 1rem;
        border-radius: var(--radius-small);
        background: var(--danger-wash);
        color: var(--danger);
      }
    `,
  ];

  render() {
    const { app } = this;
    const phase = moonPhase(app.now);
    return html`
      <main>
        <div class="name">${logo(36)} Almanac</div>
        <h1>What is to be done, and when.</h1>
        ${app.phase === "failed"
          ? html`
              <p class="failure" role="alert">${app.failure}</p>
              <button class="button primary" @click=${() => location.assign("/")}>Try again</button>
            `
          : html`
              <p>Tasks for you and the people you share them with, live on every screen and quick to the keyboard.</p>
              <button class="button primary" @click=${() => app.signIn()}>Sign in</button>
            `}
        <div class="tonight">${moonInTheSky(phase, 18)} Tonight: ${moonName(phase).toLowerCase()}</div>
      </main>
    `;
  }
}

customElements.define("welcome-page", WelcomePage);
