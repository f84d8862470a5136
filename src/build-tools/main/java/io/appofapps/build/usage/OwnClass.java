package io.appofapps.build.usage;

import java.util.List;
import java.util.Set;

/**
 * A class of the app.
 *
 * @param name binary name
 * @param concrete whether instances of exactly this class exist
 * @param parents superclass and interfaces, by binary name
 * @param declared names with descriptors of the members it declares
 */
record OwnClass(String name, boolean concrete, List<String> parents, Set<String> declared) {

  boolean declares(Member member) {
    return declared.contains(member.name() + member.descriptor());
  }
}
