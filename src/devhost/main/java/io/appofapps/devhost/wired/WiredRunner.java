package io.appofapps.devhost.wired;

import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.internal.runners.statements.RunAfters;
import org.junit.internal.runners.statements.RunBefores;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.junit.runners.model.Statement;
import org.junit.runners.model.TestClass;

/**
 * Runs a wired test as Atlassian's runner does inside the product: on one instance, which the test
 * plugin's Spring context made; {@code @BeforeClass} and {@code @AfterClass} are methods of the
 * instance.
 */
final class WiredRunner extends BlockJUnit4ClassRunner {

  private final Object instance;

  WiredRunner(Object instance) throws InitializationError {
    super(new TestClass(instance.getClass()));
    this.instance = instance;
  }

  @Override
  protected Object createTest() {
    return instance;
  }

  /** The constructor was autowired; methods of the class may be methods of the instance. */
  @Override
  protected void collectInitializationErrors(List<Throwable> errors) {
    validateTestMethods(errors);
  }

  @Override
  protected Statement withBeforeClasses(Statement statement) {
    List<FrameworkMethod> befores = getTestClass().getAnnotatedMethods(BeforeClass.class);
    return befores.isEmpty() ? statement : new RunBefores(statement, befores, instance);
  }

  @Override
  protected Statement withAfterClasses(Statement statement) {
    List<FrameworkMethod> afters = getTestClass().getAnnotatedMethods(AfterClass.class);
    return afters.isEmpty() ? statement : new RunAfters(statement, afters, instance);
  }
}
