package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of promotions as plain maps, which REST and copilots get in the same shape. */
public final class PromotionShapes {

  private PromotionShapes() {}

  /** {@code {"what", "before", "after"}}. */
  public static Map<String, Object> of(Move move) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("what", move.what());
    shape.put("before", move.before());
    shape.put("after", move.after());
    return shape;
  }

  /** {@code {"repository", "branch", "id"}}. */
  public static Map<String, Object> of(Commit commit) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("repository", commit.repository());
    shape.put("branch", commit.branch());
    shape.put("id", commit.id());
    return shape;
  }
}
