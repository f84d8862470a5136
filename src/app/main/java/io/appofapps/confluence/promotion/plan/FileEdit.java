package io.appofapps.confluence.promotion.plan;

import java.util.Arrays;
import java.util.Objects;

/**
 * What changes in one file.
 *
 * @param base the commit it was read at
 * @param path relative to the root of the repository
 * @param before its bytes at the base
 * @param after its bytes with the change
 * @param diff unified, for people
 */
public record FileEdit(
    RepositoryFiles.Commit base, String path, byte[] before, byte[] after, String diff) {

  @Override
  public boolean equals(Object other) {
    return other instanceof FileEdit that
        && base.equals(that.base)
        && path.equals(that.path)
        && Arrays.equals(before, that.before)
        && Arrays.equals(after, that.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, path, Arrays.hashCode(after));
  }
}
