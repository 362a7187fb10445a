// Microsoft's renderer, set up once: Teams' habits, safe Markdown, and its dead ends opened.

import { hostConfig } from "./host-config.js";
import { markdownAsHtml } from "./markdown.js";
import { fill } from "./texts.js";

const AC = globalThis.AdaptiveCards;

// In Teams choices are plain text, and more actions than fit go into a menu.
AC.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AC.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
AC.GlobalSettings.setTabIndexAtCardRoot = false;
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownAsHtml(text);
  result.didProcess = true;
};

// An empty optional number is NaN, which 3.0.6 compares with `min`, finds invalid and says nothing
// of: no button of the card works any more.
class NumberInput extends AC.NumberInput {
  isValid() {
    if (this.renderedInputControlElement?.validity.badInput) return false;
    return Number.isNaN(this.value) ? !this.isRequired : super.isValid();
  }
}

// The renderer only focuses the first invalid input, which may be hidden; the card's view says more.
const telling = (Base) =>
  class extends Base {
    prepareForExecution() {
      const ready = super.prepareForExecution();
      this.getRootObject().onChecked?.(ready ? [] : this.validateInputs());
      return ready;
    }
  };

// The renderer says what is expanded on the part shown, where no screen reader looks for it.
class ToggleVisibility extends AC.ToggleVisibilityAction {
  execute() {
    super.execute();
    this.getRootObject().onToggled?.();
  }
}

const { defaultElements, defaultActions } = AC.GlobalRegistry;
defaultElements.register("Input.Number", NumberInput, AC.Versions.v1_0);
defaultActions.register("Action.ToggleVisibility", ToggleVisibility, AC.Versions.v1_2);
defaultActions.register("Action.Submit", telling(AC.SubmitAction), AC.Versions.v1_0);
defaultActions.register("Action.Execute", telling(AC.ExecuteAction), AC.Versions.v1_4);

const sharedConfig = new AC.HostConfig(hostConfig);

/** A parsed card, not drawn yet; `texts` are the words of the page's language. */
export function parsedCard(json, texts) {
  AC.Strings.defaults.overflowButtonTooltip = () => texts.moreActions;
  const card = new AC.AdaptiveCard();
  card.hostConfig = sharedConfig;
  card.parse(json);
  for (const input of card.getAllInputs()) input.errorMessage ||= errorMessage(input, texts);
  return card;
}

/** What a press sends, or undefined where the card itself (or a new tab) does it all. */
export function pressed(action) {
  if (action instanceof AC.ExecuteAction) {
    const { id, verb, data } = action;
    return { type: "Action.Execute", id, verb, data };
  }
  if (action instanceof AC.SubmitAction) return { type: "Action.Submit", data: action.data };
  return undefined;
}

export const isLink = (action) => action instanceof AC.OpenUrlAction;

function errorMessage(input, texts) {
  const { min, max } = input;
  const bounds = (min === undefined ? 0 : 1) + (max === undefined ? 0 : 2);
  if (!(input instanceof NumberInput) || bounds === 0) {
    return input.isRequired ? texts.required : texts.checkField;
  }
  return fill([texts.numberFrom, texts.numberTo, texts.numberBetween][bounds - 1], { min, max });
}
