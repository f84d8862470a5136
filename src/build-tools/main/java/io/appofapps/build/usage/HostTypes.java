package io.appofapps.build.usage;

import java.util.List;

/**
 * The types of interest: those that only a running host has in the version that counts.
 *
 * @param prefixes package prefixes, each ending in a dot
 */
record HostTypes(List<String> prefixes) {

  boolean contains(String binaryName) {
    return prefixes.stream().anyMatch(binaryName::startsWith);
  }
}
