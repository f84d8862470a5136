package io.appofapps.build.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Collects what the class files refer to, while they are read one after the other. */
final class References {

  private final HostTypes hostTypes;
  private final SortedMap<String, TypeKind> types = new TreeMap<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, OwnClass> ownClasses = new HashMap<>();

  References(HostTypes hostTypes) {
    this.hostTypes = hostTypes;
  }

  void own(OwnClass ownClass) {
    ownClasses.put(ownClass.name(), ownClass);
  }

  void type(String internalName, TypeKind kind) {
    String element = elementType(internalName);
    String name = element.replace('/', '.');
    if (hostTypes.contains(name)) {
      types.merge(name, element.equals(internalName) ? kind : TypeKind.TYPE, TypeKind::and);
    }
  }

  void member(String owner, String name, String descriptor, boolean isStatic) {
    if (!owner.startsWith("[")) {
      members.add(new Member(owner.replace('/', '.'), name, descriptor, isStatic));
    }
  }

  /** The descriptor of an element is not in the class file: its name has to do. */
  void annotationElement(String annotation, String element) {
    if (element != null) { // null inside an array
      member(annotation, element, "()", false);
    }
  }

  ApiUsage usage() {
    SortedSet<Member> used = new TreeSet<>();
    for (Member member : members) {
      hostOwner(member)
          .map(o -> new Member(o, member.name(), member.descriptor(), member.isStatic()))
          .ifPresent(used::add);
    }
    return new ApiUsage(types, used, inheritances());
  }

  private SortedSet<Inheritance> inheritances() {
    SortedSet<Inheritance> inheritances = new TreeSet<>();
    for (OwnClass ownClass : ownClasses.values()) {
      if (ownClass.concrete()) {
        hostParents(ownClass)
            .map(host -> new Inheritance(ownClass.name(), host))
            .forEach(inheritances::add);
      }
    }
    return inheritances;
  }

  private Stream<String> hostParents(OwnClass ownClass) {
    return ownClass.parents().stream()
        .flatMap(
            parent -> {
              OwnClass own = ownClasses.get(parent);
              return own == null ? Stream.of(parent).filter(hostTypes::contains) : hostParents(own);
            });
  }

  /** A member called on a class of the app may be one that it inherits from the host. */
  private Optional<String> hostOwner(Member member) {
    return hostOwner(member.owner(), member);
  }

  private Optional<String> hostOwner(String owner, Member member) {
    if (hostTypes.contains(owner)) {
      return Optional.of(owner);
    }
    OwnClass ownClass = ownClasses.get(owner);
    if (ownClass == null || ownClass.declares(member)) {
      return Optional.empty();
    }
    return ownClass.parents().stream()
        .map(parent -> hostOwner(parent, member))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String elementType(String internalName) {
    Type type = Type.getObjectType(internalName);
    return type.getSort() == Type.ARRAY && type.getElementType().getSort() == Type.OBJECT
        ? type.getElementType().getInternalName()
        : internalName;
  }
}
