// A file of text as a person has it: in UTF-8, or as an older spreadsheet wrote it.

/** @param {ArrayBuffer} bytes */
export function textIn(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
