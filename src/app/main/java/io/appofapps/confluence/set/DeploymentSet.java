package io.appofapps.confluence.set;

import io.appofapps.confluence.tree.NodeId;

/**
 * A tree that pages can name: one root of the forest with all below it.
 *
 * @param key stable name of the set, safe in a URL path: letters, digits, dot, underscore, hyphen
 * @param title name of the root as it stands in the cluster, untrusted
 * @param root the root
 * @param applications how many Applications the tree holds, each counted once; the root counts, a
 *     declared one that does not exist does not
 * @param orphan whether the root has neither parent nor children
 */
public record DeploymentSet(
    String key, String title, NodeId root, int applications, boolean orphan) {}
