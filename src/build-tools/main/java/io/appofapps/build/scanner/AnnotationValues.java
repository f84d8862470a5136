package io.appofapps.build.scanner;

import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Hands the element {@code value} of an annotation on. */
final class AnnotationValues {

  private AnnotationValues() {}

  static AnnotationVisitor string(Consumer<String> consumer) {
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String element, Object value) {
        if ("value".equals(element)) {
          consumer.accept((String) value);
        }
      }
    };
  }

  /** One class or an array of classes, handed on as binary names. */
  static AnnotationVisitor types(Consumer<String> consumer) {
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String element, Object value) {
        if (value instanceof Type type) {
          consumer.accept(type.getInternalName().replace('/', '.'));
        }
      }

      @Override
      public AnnotationVisitor visitArray(String element) {
        return "value".equals(element) ? this : null;
      }
    };
  }
}
