package io.appofapps.confluence.tree;

/** Finds the nodes that, going from owner to owner, come back to themselves. */
final class OwnerLoops {

  private static final int NEW = 0;
  private static final int DONE = -1;

  private OwnerLoops() {}

  /**
   * @param owner owner by node, negative where there is none
   * @return whether the node is on a loop, by node
   */
  static boolean[] of(int[] owner) {
    boolean[] onLoop = new boolean[owner.length];
    int[] state = new int[owner.length];
    for (int start = 0; start < owner.length; start++) {
      int round = start + 1;
      int node = start;
      while (node >= 0 && state[node] == NEW) {
        state[node] = round;
        node = owner[node];
      }
      if (node >= 0 && state[node] == round) {
        for (int member = node; !onLoop[member]; member = owner[member]) {
          onLoop[member] = true;
        }
      }
      for (int n = start; n >= 0 && state[n] == round; n = owner[n]) {
        state[n] = DONE;
      }
    }
    return onLoop;
  }
}
