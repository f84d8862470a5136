package io.appofapps.confluence.drift;

import java.util.Arrays;
import java.util.Optional;

/** What findings there are. */
public enum FindingKind {
  /** {@code status.sync.status} is OutOfSync. */
  OUT_OF_SYNC("out-of-sync", Family.CONFIGURATION),
  /** Argo CD cannot tell whether the Application is in sync. */
  SYNC_UNKNOWN("sync-unknown", Family.CONFIGURATION),
  /** The child's own manifest differs from what its parent has in Git. */
  CHILD_SPEC("child-spec", Family.CONFIGURATION),
  /** A parent declares an Application that is not there. */
  MISSING_CHILD("missing-child", Family.CONFIGURATION),
  /** It is there, but its parent declares it no more. */
  ORPHAN_CHILD("orphan-child", Family.CONFIGURATION),
  /** A later environment runs another version than the one before it. */
  VERSION_LAG("version-lag", Family.CONFIGURATION),
  /** Two tags of one image run at the same time. */
  IMAGE_MIX("image-mix", Family.CONFIGURATION),
  /** A branch or commit that the Application's siblings do not follow. */
  UNMERGED_TARGET("unmerged-target", Family.CONFIGURATION),
  /** Production follows something that moves by itself. */
  FLOATING_TARGET("floating-target", Family.CONFIGURATION),
  /** Health is Degraded, Missing or Unknown, or Progressing for too long. */
  HEALTH("health", Family.CONFIGURATION),
  /** A condition whose type ends in Error, or a failed sync. */
  ERROR("error", Family.CONFIGURATION),
  /** A condition whose type ends in Warning. */
  WARNING("warning", Family.CONFIGURATION),
  /** Argo CD has not looked for long, or looked at something else. */
  STALE_STATUS("stale-status", Family.CONFIGURATION),
  /** Automatic sync is off where it is usual. */
  AUTO_SYNC_OFF("auto-sync-off", Family.CONFIGURATION),
  /** The source hydrator failed or is behind. */
  HYDRATION("hydration", Family.CONFIGURATION),
  /** An ApplicationSet does not generate what it should. */
  APPLICATION_SET("application-set", Family.CONFIGURATION),
  /** {@code ignoreDifferences} hides fields from the comparison. */
  HIDDEN_DIFFERENCES("hidden-differences", Family.CONFIGURATION),
  /** A page says something else than the manifest. */
  DOCUMENTATION("documentation", Family.DOCUMENTATION),
  /** People may edit the page who may do nothing in the project. */
  PAGE_EDITORS("page-editors", Family.ACCESS),
  /** People may deploy who cannot read the page. */
  PAGE_READERS("page-readers", Family.ACCESS);

  private final String word;
  private final Family family;

  FindingKind(String word, Family family) {
    this.word = word;
    this.family = family;
  }

  /** As it stands in the configuration, in JSON and in CSV. */
  public String word() {
    return word;
  }

  /** What has drifted. */
  public Family family() {
    return family;
  }

  /** The kind of that word. */
  public static Optional<FindingKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
