/** The block of a deployment tree: its rows, folded, placed and drawn. */
package io.appofapps.confluence.view.tree;
