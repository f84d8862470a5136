import { propertyPanel, rte, whenThere, type MacroNode, type PanelButton, type PropertyPanel } from './host';

/** A button below a macro in the editor: it gives one parameter one value. */
interface Choice {
  button: string;
  parameter: string;
  value: string;
  /** Whether the macro does so without the parameter. */
  usual?: boolean;
}

/** The ids stand in the app's descriptor, with their labels. */
const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  'aoa-tree': [
    { button: 'aoa-show-attention', parameter: 'show', value: 'attention', usual: true },
    { button: 'aoa-show-all', parameter: 'show', value: 'all' },
    { button: 'aoa-layout-tree', parameter: 'layout', value: 'tree', usual: true },
    { button: 'aoa-layout-table', parameter: 'layout', value: 'table' },
  ],
  'aoa-drift': [
    { button: 'aoa-form-list', parameter: 'form', value: 'list', usual: true },
    { button: 'aoa-form-badge', parameter: 'form', value: 'badge' },
  ],
};

/** Marks the buttons whose value the macro has. */
export function mark(choices: readonly Choice[], node: MacroNode, buttons: readonly (PanelButton | null)[]): void {
  const parameters = rte().parameters(node);
  for (const choice of choices) {
    const button = buttons.find((each) => each?.parameterName === choice.button);
    if (button) {
      const value = parameters[choice.parameter] ?? '';
      button.selected = value === choice.value || (value === '' && choice.usual === true);
    }
  }
}

/** Puts the macro in its place anew, with that value; what is usual is not written. */
export function choose(macro: string, choice: Choice, node: MacroNode): void {
  const parameters = rte().parameters(node);
  if (choice.usual) {
    delete parameters[choice.parameter];
  } else {
    parameters[choice.parameter] = choice.value;
  }
  rte().replace(node, macro, parameters);
}

/** Tells the editor what the buttons do. */
export function registerPanel(): void {
  whenThere(propertyPanel, register);
}

function register(panel: PropertyPanel): void {
  for (const [macro, choices] of Object.entries(CHOICES)) {
    panel.registerInitHandler((node, buttons) => mark(choices, node, buttons), macro);
    for (const choice of choices) {
      panel.registerButtonHandler(choice.button, (_event, node) => choose(macro, choice, node), macro);
    }
  }
}
