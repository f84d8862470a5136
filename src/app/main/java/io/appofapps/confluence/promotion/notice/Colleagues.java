package io.appofapps.confluence.promotion.notice;

import io.appofapps.confluence.sight.Viewer;
import java.util.List;
import java.util.Optional;

/** People who are not asking at the moment. */
public interface Colleagues {

  /**
   * The person of that key with their own rights and language; empty when nobody knows them any
   * more, or they may not use Confluence.
   */
  Optional<Viewer> find(String key);

  /** Keys of members of a group, at most so many; none when there is no such group. */
  List<String> members(String group, int most);
}
