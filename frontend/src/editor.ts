import { contextPath, macroBrowser, whenThere, type MacroBrowser } from './host';
import { registerPanel } from './property-panel';

/** The macros whose parameter `set` is chosen from a list. */
const WITH_SET = ['aoa-tree', 'aoa-environments', 'aoa-drift', 'aoa-application', 'aoa-owners', 'aoa-promote', 'aoa-promotions'];

/** A deployment set as the server lists it for pickers. */
interface DeploymentSet {
  key: string;
  title: string;
  connection: string;
  applications: number;
}

/** Fills the select; the value it has stays, even when no set has that key any more. */
export function fill(select: HTMLSelectElement, sets: readonly DeploymentSet[]): void {
  const value = select.value;
  const known = new Set(Array.from(select.options, (option) => option.value));
  for (const set of sets) {
    if (!known.has(set.key)) {
      select.add(new Option(`${set.title} (${set.key}, ${set.applications})`, set.key));
    }
  }
  select.value = value;
}

/** The sets the person may use; none when they cannot be had, then the field keeps what it has. */
export async function sets(): Promise<DeploymentSet[]> {
  try {
    const response = await fetch(`${contextPath()}/rest/aoa/1.0/sets`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    });
    return response.ok ? ((await response.json()) as { sets: DeploymentSet[] }).sets : [];
  } catch {
    return [];
  }
}

/** A select in the place of the plain text field, as the macro browser's own enum field has it. */
export function picker(browser: MacroBrowser, parameter: unknown, options: unknown): unknown {
  const asEnum = browser.ParameterFields['enum'];
  const asText = browser.ParameterFields['string'];
  if (!asEnum) {
    return asText?.(parameter, options);
  }
  const field = asEnum({ ...(parameter as object), enumValues: [] }, options) as {
    input?: ArrayLike<HTMLElement>;
    setValue?: (value: string) => void;
  };
  const select = field.input?.[0];
  if (!(select instanceof HTMLSelectElement)) {
    return asText?.(parameter, options);
  }
  const setValue = field.setValue?.bind(field);
  field.setValue = (value: string) => {
    if (!Array.from(select.options).some((option) => option.value === value)) {
      select.add(new Option(value, value));
    }
    select.value = value;
    setValue?.(value);
  };
  void sets().then((found) => {
    fill(select, found);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  return field;
}

function register(browser: MacroBrowser): void {
  for (const macro of WITH_SET) {
    browser.setMacroJsOverride(macro, {
      fields: {
        string: {
          set: (parameter: unknown, options: unknown) => picker(browser, parameter, options),
        },
      },
    });
  }
}

whenThere(macroBrowser, register);
registerPanel();
