package io.appofapps.confluence.copilot;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.tree.TreeOrder;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds deployment sets and Applications for a caller, among what their person may see. */
@Named
public class Sets {

  private static final int MOST_NAMES = 10;

  private final Sight sight;
  private final TreePages pages;
  private final MessageBox messages;

  @Inject
  public Sets(Sight sight, TreePages pages, MessageBox messages) {
    this.sight = sight;
    this.pages = pages;
    this.messages = messages;
  }

  /** Those of which the caller's person sees something. */
  List<Sight.Seen> all(Caller caller) {
    return sight.sets(caller.viewer(), new Place.Api(), pages.snapshot());
  }

  /** What the person sees of a set. */
  TreePage.Ready open(Caller caller, String key) throws ToolFailure {
    TreePage page = pages.open(caller.viewer(), new Place.Api(), key);
    if (page instanceof TreePage.Ready ready) {
      return ready;
    }
    throw away(caller, key, page);
  }

  /** Why there is no tree; a set that is not for the person is one that is not there. */
  ToolFailure away(Caller caller, String key, TreePage page) {
    return ToolFailure.of(
        messages.of(
            page instanceof TreePage.OtherSpace || page instanceof TreePage.NoPermission
                ? new TreePage.UnknownSet(
                    key, all(caller).stream().map(seen -> seen.set().key()).toList())
                : page));
  }

  /** Every node once, parents before children. */
  static List<TreeNode> nodes(TreePage.Ready page) {
    return TreeOrder.of(page.tree()).stream().map(Occurrence::node).toList();
  }

  /** The one Application of that name. */
  static TreeNode application(TreePage.Ready page, String name) throws ToolFailure {
    List<TreeNode> all =
        nodes(page).stream().filter(node -> node.application().isPresent()).toList();
    List<TreeNode> named = all.stream().filter(node -> node.id().key().isCalled(name)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (named.size() > 1) {
      throw new ToolFailure(
          "Several Applications are named "
              + Untrusted.inQuotes(name)
              + ". Say which one: "
              + named.stream()
                  .map(node -> node.id().key().toString())
                  .limit(MOST_NAMES)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    throw unknown(
        "Application",
        name,
        page,
        all.stream().map(node -> node.id().key().name()).distinct().toList());
  }

  /** There is no such thing; names some that there are, alike ones first. */
  static ToolFailure unknown(String what, String name, TreePage.Ready page, List<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    List<String> alike =
        known.stream()
            .filter(each -> isAlike(each.toLowerCase(Locale.ROOT), wanted))
            .limit(MOST_NAMES)
            .toList();
    List<String> some = alike.isEmpty() ? known.stream().limit(MOST_NAMES).toList() : alike;
    return new ToolFailure(
        "There is no "
            + what
            + " "
            + Untrusted.inQuotes(name)
            + " in the deployment set "
            + page.set().key()
            + ", or you may not see it. "
            + (some.isEmpty()
                ? "You see none there."
                : "There are: "
                    + some.stream().map(Untrusted::inQuotes).collect(Collectors.joining(", "))
                    + (known.size() > some.size() ? ", …" : ".")));
  }

  private static boolean isAlike(String known, String wanted) {
    return known.contains(wanted) || wanted.contains(known);
  }
}
