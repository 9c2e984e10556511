import js from "@eslint/js";
import globals from "globals";

const noHtml = ["innerHTML", "outerHTML", "insertAdjacentHTML", "dangerouslySetInnerHTML"].map((property) => ({
  property, message: "chat text becomes DOM nodes, never HTML",
}));

export default [
  { ignores: ["**/vendor/**", "target/**", "node_modules/**"] },
  js.configs.recommended,
  {
    files: ["ui/**/*.js", "widget/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-properties": ["error", ...noHtml],
      "no-restricted-globals": ["error", "__TAURI__", "__TAURI_INTERNALS__"],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-eval": "error",
      "no-implied-eval": "error",
    },
  },
  {
    files: ["ui/**/*.js"], ignores: ["ui/platform/**", "ui/tests/**"],
    rules: { "no-restricted-imports": ["error", { patterns: ["@tauri-apps/*"] }] },
  },
  { files: ["**/tests/**/*.js"], languageOptions: { globals: globals.node } },
  // Parts of these run in the page.
  { files: ["tests/bridge/*.js", "tests/src/**/*.js"], languageOptions: { globals: globals.browser } },
];
