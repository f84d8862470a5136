package io.appofapps.devhost.render;

import java.util.List;

/**
 * What the macro browser and the autocomplete show of a macro.
 *
 * @param name storage name
 * @param title title in the browser
 * @param description one sentence, may be empty
 * @param plugin key of its plugin
 * @param icon address relative to the context path, empty when it has none
 * @param documentation address of its documentation, empty when it has none
 * @param categories names of categories
 * @param aliases other names it answers to
 * @param offered whether the browser lists it: not hidden, and with a parameters element
 * @param parameters in the order of the descriptor
 * @param buttons those of its property panel, in the order of the descriptor
 */
public record MacroDescription(
    String name,
    String title,
    String description,
    String plugin,
    String icon,
    String documentation,
    List<String> categories,
    List<String> aliases,
    boolean offered,
    List<MacroParameter> parameters,
    List<Button> buttons) {

  /**
   * A button of the property panel.
   *
   * @param key its id; {@link #SPACER} for a gap
   * @param label what stands on it
   */
  public record Button(String key, String label) {

    /** Confluence's own key of a gap between two groups of buttons. */
    public static final String SPACER = "__PROPERTY_PANEL_SPACER";
  }

  public MacroDescription {
    categories = List.copyOf(categories);
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
    buttons = List.copyOf(buttons);
  }
}
