package io.appofapps.build.usage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Reads the references of one class file. */
final class ClassReferences extends ClassVisitor {

  private final References references;
  private final Set<String> declared = new HashSet<>();
  private final List<String> parents = new ArrayList<>();
  private String name;
  private boolean concrete;

  private ClassReferences(References references) {
    super(Opcodes.ASM9);
    this.references = references;
  }

  static void read(byte[] classFile, References references) {
    // The remapper is asked for every type that stands anywhere in a class, generics included.
    Remapper types =
        new Remapper() {
          @Override
          public String map(String internalName) {
            references.type(internalName, TypeKind.TYPE);
            return internalName;
          }

          @Override
          public String mapAnnotationAttributeName(String descriptor, String element) {
            references.annotationElement(Type.getType(descriptor).getInternalName(), element);
            return element;
          }
        };
    ClassReader reader = new ClassReader(classFile);
    reader.accept(new ClassRemapper(new ClassReferences(references), types), 0);
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      String signature,
      String superName,
      String[] interfaces) {
    name = internalName.replace('/', '.');
    concrete = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
    references.type(superName, TypeKind.CLASS);
    parents.add(superName.replace('/', '.'));
    for (String type : interfaces) {
      references.type(type, TypeKind.INTERFACE);
      parents.add(type.replace('/', '.'));
    }
  }

  @Override
  public void visitEnd() {
    references.own(new OwnClass(name, concrete, List.copyOf(parents), Set.copyOf(declared)));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation(descriptor);
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    declared.add(field + descriptor);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return annotation(annotation);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    declared.add(method + descriptor);
    return new Body();
  }

  private AnnotationVisitor annotation(String descriptor) {
    references.type(Type.getType(descriptor).getInternalName(), TypeKind.ANNOTATION);
    return new Values();
  }

  /** Goes through all values, so that the remapper sees their types. */
  private final class Values extends AnnotationVisitor {

    private Values() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitArray(String element) {
      return this;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String element, String descriptor) {
      // Not this visitor: the remapper would take the inner annotation's elements for the outer's.
      return annotation(descriptor);
    }
  }

  private final class Body extends MethodVisitor {

    private Body() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return annotation(descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      references.type(owner, isInterface ? TypeKind.INTERFACE : TypeKind.CLASS);
      references.member(owner, method, descriptor, opcode == Opcodes.INVOKESTATIC);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      references.member(owner, field, descriptor, isStatic);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          references.type(
              handle.getOwner(), handle.isInterface() ? TypeKind.INTERFACE : TypeKind.CLASS);
          references.member(
              handle.getOwner(),
              handle.getName(),
              handle.getDesc(),
              handle.getTag() == Opcodes.H_INVOKESTATIC);
        }
      }
    }
  }
}
