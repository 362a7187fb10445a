// How cards look, in the terms of Adaptive Cards. Colours are the page's own variables (page.css),
// so that light and dark follow the system without drawing a card again.

const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name})` });

const foregroundColors = {
  default: { default: "var(--text)", subtle: "var(--text-subtle)" },
  dark: { default: "var(--text)", subtle: "var(--text-subtle)" },
  light: { default: "var(--text-subtle)", subtle: "var(--text-subtle)" },
  accent: colour("accent-text"),
  good: colour("good-text"),
  warning: colour("warning-text"),
  attention: colour("attention-text"),
};

const container = (name) => ({
  backgroundColor: `var(--${name})`,
  borderColor: "var(--line)",
  foregroundColors,
});

const fontTypes = {
  default: {
    fontFamily: "inherit",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
  },
  monospace: {
    fontFamily: "ui-monospace, Consolas, monospace",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
  },
};

export const hostConfig = {
  supportsInteractivity: true,
  fontTypes,
  lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 32 },
  spacing: { small: 4, default: 12, medium: 18, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("surface"),
    emphasis: container("emphasis"),
    accent: container("accent-surface"),
    good: container("good-surface"),
    warning: container("warning-surface"),
    attention: container("attention-surface"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "bolder", spacing: "small" },
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 0,
    allowTitleToWrap: true,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 220 },
    value: { wrap: true },
    spacing: 16,
  },
  table: { cellSpacing: 8 },
  textStyles: {
    heading: { size: "large", weight: "bolder" },
    columnHeader: { weight: "bolder" },
  },
  textBlock: { headingLevel: 3 },
};
