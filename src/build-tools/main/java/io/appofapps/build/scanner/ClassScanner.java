package io.appofapps.build.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the scanner's annotations of one class file without loading the class. */
final class ClassScanner extends ClassVisitor {

  private static final String SCANNER = "com.atlassian.plugin.spring.scanner.annotation.";
  private static final String COMPONENT_IMPORT = SCANNER + "imports.ComponentImport";
  private static final String EXPORT = SCANNER + "export.ExportAsService";
  private static final String PRIMARY = "org.springframework.context.annotation.Primary";
  private static final Set<String> COMPONENTS =
      Set.of(
          "jakarta.inject.Named",
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Service",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Controller");
  private static final Set<String> UNSUPPORTED =
      Set.of("javax.inject.Named", "org.springframework.context.annotation.Profile");

  private final List<String> imports = new ArrayList<>();
  private String name;
  private int access;
  private String component;
  private boolean primary;
  private List<String> exports;

  private ClassScanner() {
    super(Opcodes.ASM9);
  }

  /**
   * The annotations of the class.
   *
   * @param classFile bytes of a class file
   * @throws ScannerIndexException when an annotation stands where it would have no effect
   */
  static ScannedClass scan(byte[] classFile) {
    ClassScanner scanner = new ClassScanner();
    new ClassReader(classFile).accept(scanner, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    return scanner.result();
  }

  private ScannedClass result() {
    boolean notInstantiable = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT)) != 0;
    if (component != null && notInstantiable) {
      throw new ScannerIndexException(name, "a component must be a concrete class");
    }
    if (component == null && (exports != null || primary)) {
      throw new ScannerIndexException(name, "only a component can be exported or primary");
    }
    return new ScannedClass(
        name,
        Optional.ofNullable(component),
        primary,
        List.copyOf(imports),
        Optional.ofNullable(exports));
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      String signature,
      String superName,
      String[] interfaces) {
    this.name = internalName.replace('/', '.');
    this.access = access;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    String annotation = Type.getType(descriptor).getClassName();
    if (UNSUPPORTED.contains(annotation)) {
      throw new ScannerIndexException(name, annotation + " is not honoured by this index");
    }
    if (COMPONENTS.contains(annotation)) {
      component = "";
      return AnnotationValues.string(value -> component = value);
    }
    if (PRIMARY.equals(annotation)) {
      primary = true;
    }
    if (EXPORT.equals(annotation)) {
      exports = new ArrayList<>();
      return AnnotationValues.types(type -> exports.add(type));
    }
    return null;
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return importing(annotation, Type.getType(descriptor));
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    return new Parameters(method, Type.getArgumentTypes(descriptor));
  }

  private AnnotationVisitor importing(String annotation, Type type) {
    if (!COMPONENT_IMPORT.equals(Type.getType(annotation).getClassName())) {
      return null;
    }
    if (type.getSort() != Type.OBJECT) {
      throw new ScannerIndexException(name, "cannot import " + type.getClassName());
    }
    String service = type.getInternalName().replace('/', '.');
    imports.add(service);
    int position = imports.size() - 1;
    Consumer<String> named = bean -> imports.set(position, service + "#" + bean);
    return AnnotationValues.string(
        bean -> Optional.of(bean).filter(b -> !b.isEmpty()).ifPresent(named));
  }

  /** Finds the imports among a method's parameters; only those of constructors are injected. */
  private final class Parameters extends MethodVisitor {

    private final String method;
    private final Type[] types;
    private int hidden;

    private Parameters(String method, Type[] types) {
      super(Opcodes.ASM9);
      this.method = method;
      this.types = types;
    }

    @Override
    public void visitAnnotableParameterCount(int count, boolean visible) {
      // The compiler's own leading parameters (outer instance) carry no annotations.
      hidden = types.length - count;
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      AnnotationVisitor visitor = importing(descriptor, types[parameter + hidden]);
      if (visitor != null && !"<init>".equals(method)) {
        throw new ScannerIndexException(name, "imports belong on constructors, not on " + method);
      }
      return visitor;
    }
  }
}
