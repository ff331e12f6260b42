/**
 * The part of Markdown that notes are written in, as plain data: blocks of inline pieces. Nothing becomes HTML here, so
 * nothing that a user writes can.
 *
 * @typedef {{type: "text" | "strong" | "em" | "code", text: string} | {type: "link", text: string, href: string}} Piece
 * @typedef {{type: "paragraph" | "heading" | "quote", pieces: Piece[]} | {type: "code", text: string}
 *     | {type: "list", ordered: boolean, items: Piece[][]}} Block
 */

/** @returns {Block[]} */
export function parseMarkdown(source) {
  const lines = source.split(/\r?\n/);
  const blocks = [];
  while (lines.length > 0) {
    const block = readBlock(lines);
    if (block) {
      blocks.push(block);
    }
  }
  return blocks;
}

function readBlock(lines) {
  const line = lines.shift();
  if (line.startsWith("```")) {
    const code = takeWhile(lines, (next) => !next.startsWith("```"));
    lines.shift();
    return { type: "code", text: code.join("\n") };
  }
  const [, marker, text] = line.match(/^(#{1,6} |> ?|[-*+] |\d{1,9}[.)] )(.*)$/) ?? [];
  if (marker === undefined) {
    return line.trim() === "" ? null : paragraph([line, ...takeWhile(lines, isText)]);
  }
  if (marker.startsWith("#")) {
    return { type: "heading", pieces: parseInline(text) };
  }
  if (marker.startsWith(">")) {
    const rest = takeWhile(lines, (next) => next.startsWith(">")).map((next) => next.replace(/^> ?/, ""));
    return { type: "quote", pieces: parseInline([text, ...rest].join("\n")) };
  }
  const item = /\d/.test(marker) ? /^\d{1,9}[.)] / : /^[-*+] /;
  const items = [text, ...takeWhile(lines, (next) => item.test(next)).map((next) => next.replace(item, ""))];
  return { type: "list", ordered: /\d/.test(marker), items: items.map(parseInline) };
}

function paragraph(lines) {
  return { type: "paragraph", pieces: parseInline(lines.join("\n")) };
}

function isText(line) {
  return line.trim() !== "" && !/^(#{1,6} |>|[-*+] |\d{1,9}[.)] |```)/.test(line);
}

function takeWhile(lines, test) {
  const end = lines.findIndex((line) => !test(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

const INLINE =
  /`(?<code>[^`\n]+)`|\*\*(?<strong>[^*\n]+)\*\*|(?<![\w*])[*_](?! )(?<em>[^*_\n]+)(?<! )[*_](?!\w)|\[(?<label>[^\]\n]+)\]\((?<target>https?:\/\/[^\s)]+)\)|(?<url>https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])/g;

/** @returns {Piece[]} */
export function parseInline(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    pieces.push({ type: "text", text: text.slice(end, match.index) }, pieceOf(match.groups));
    end = match.index + match[0].length;
  }
  pieces.push({ type: "text", text: text.slice(end) });
  return pieces.filter((piece) => piece.text !== "");
}

function pieceOf({ code, strong, em, label, target, url }) {
  if (label !== undefined || url !== undefined) {
    return { type: "link", text: label ?? url, href: target ?? url };
  }
  const [type, text] = Object.entries({ code, strong, em }).find(([, value]) => value !== undefined);
  return { type, text };
}
