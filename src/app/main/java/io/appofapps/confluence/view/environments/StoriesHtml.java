package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import java.util.List;

/** What lies between two versions, with the stories that its commits name. */
public final class StoriesHtml {

  private static final int MOST = 3;

  private StoriesHtml() {}

  /** The first stories behind the sentence, the others at the pointer; all of them on paper. */
  public static Html after(String sentence, List<String> stories, Tone tone, Texts texts) {
    if (stories.isEmpty()) {
      return Pieces.tone(tone, sentence);
    }
    String all = String.join(", ", stories);
    String first =
        stories.size() <= MOST
            ? all
            : texts.get(
                "aoa.environments.stories",
                String.join(", ", stories.subList(0, MOST)),
                stories.size() - MOST);
    return new Html(
        "<span title=\""
            + Html.escape(all)
            + "\">"
            + Pieces.tone(tone, sentence + " \u00b7 " + first).page()
            + "</span>",
        Pieces.tone(tone, sentence + " \u00b7 " + all).export());
  }
}
