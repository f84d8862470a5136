package io.appofapps.build.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the annotations of one class file as JAX-RS 3.1 does, without loading the class. */
final class RestClass extends ClassVisitor {

  private static final String WS = "jakarta.ws.rs.";
  private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> GUARDS =
      List.of(
          "SystemAdminOnly",
          "AdminOnly",
          "LicensedOnly",
          "UnlicensedSiteAccess",
          "AnonymousSiteAccess",
          "UnrestrictedAccess");

  private final Map<String, List<String>> annotations = new HashMap<>();
  private final List<RestMethod> methods = new ArrayList<>();
  private String className;
  private String name;

  private RestClass() {
    super(Opcodes.ASM9);
  }

  /** The methods that answer requests; none when the class is no resource. */
  static List<RestMethod> methods(byte[] classFile) {
    RestClass read = new RestClass();
    new ClassReader(classFile).accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    return read.annotations.containsKey(WS + "Path") ? List.copyOf(read.methods) : List.of();
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      String signature,
      String superName,
      String[] interfaces) {
    className = internalName.replace('/', '.');
    String simple = internalName.substring(internalName.lastIndexOf('/') + 1);
    String stem = simple.replaceFirst("Resource$", "");
    name = Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return into(annotations, descriptor);
  }

  private static AnnotationVisitor into(Map<String, List<String>> all, String descriptor) {
    List<String> values = new ArrayList<>();
    all.put(Type.getType(descriptor).getClassName(), values);
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String attribute, Object value) {
        values.add(String.valueOf(value));
      }

      @Override
      public AnnotationVisitor visitArray(String attribute) {
        return this;
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    return new OfMethod(method, Type.getArgumentTypes(descriptor));
  }

  private final class OfMethod extends MethodVisitor {

    private final String method;
    private final Type[] types;
    private final Map<String, List<String>> own = new HashMap<>();
    private final List<Map<String, List<String>>> ofParameters = new ArrayList<>();

    OfMethod(String method, Type[] types) {
      super(Opcodes.ASM9);
      this.method = method;
      this.types = types;
      Arrays.stream(types).forEach(type -> ofParameters.add(new HashMap<>()));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return into(own, descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return into(ofParameters.get(parameter), descriptor);
    }

    @Override
    public void visitEnd() {
      for (String verb : VERBS) {
        if (own.containsKey(WS + verb)) {
          boolean takesBody = Arrays.stream(types).anyMatch(OfMethod::isBody);
          methods.add(
              new RestMethod(
                  name + "." + method,
                  className + "." + method,
                  verb,
                  "/" + first(annotations, WS + "Path") + slashed(first(own, WS + "Path")),
                  guard(),
                  takesBody ? types(WS + "Consumes") : List.of(),
                  types(WS + "Produces"),
                  parameters()));
        }
      }
    }

    private static boolean isBody(Type type) {
      return type.getClassName().equals("java.io.InputStream");
    }

    private String guard() {
      return GUARDS.stream()
          .filter(each -> isNamed(own, each))
          .findFirst()
          .or(() -> GUARDS.stream().filter(each -> isNamed(annotations, each)).findFirst())
          .orElse("");
    }

    private static boolean isNamed(Map<String, List<String>> all, String simple) {
      return all.keySet().stream()
          .anyMatch(each -> each.startsWith("com.atlassian.") && each.endsWith("." + simple));
    }

    /** Of the method, else of its class, without parameters such as {@code qs}. */
    private List<String> types(String annotation) {
      List<String> found = own.getOrDefault(annotation, annotations.get(annotation));
      return found == null
          ? List.of()
          : found.stream().map(type -> type.replaceFirst(";.*", "").strip()).toList();
    }

    private List<RestMethod.Parameter> parameters() {
      List<RestMethod.Parameter> parameters = new ArrayList<>();
      for (int i = 0; i < types.length; i++) {
        Map<String, List<String>> said = ofParameters.get(i);
        String otherwise = first(said, WS + "DefaultValue");
        String type = jsonType(types[i]);
        if (said.containsKey(WS + "PathParam")) {
          parameters.add(
              new RestMethod.Parameter("path", first(said, WS + "PathParam"), type, otherwise));
        }
        if (said.containsKey(WS + "QueryParam")) {
          parameters.add(
              new RestMethod.Parameter("query", first(said, WS + "QueryParam"), type, otherwise));
        }
      }
      return parameters;
    }

    private static String jsonType(Type type) {
      return switch (type.getSort()) {
        case Type.INT, Type.LONG -> "integer";
        case Type.BOOLEAN -> "boolean";
        default -> "string";
      };
    }
  }

  private static String first(Map<String, List<String>> all, String annotation) {
    List<String> values = all.getOrDefault(annotation, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private static String slashed(String path) {
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }
}
