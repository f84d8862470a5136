package io.appofapps.confluence.tree;

/** The ways in which a child is tied to its parent, strongest first. */
public enum EdgeEvidence {
  /** The parent's status.resources lists the child. */
  PARENT_STATUS,
  /** An ApplicationSet controls the child by owner reference. */
  OWNER_REFERENCE,
  /** The child's tracking id names the parent. */
  TRACKING_ID,
  /** The child's instance label names the parent. */
  INSTANCE_LABEL
}
