package io.appofapps.devhost.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo and one browser for all classes of a JVM, a fresh visitor for each test. Surefire hands
 * classes to its forks one by one, each as a test plan of its own, but within one launcher session.
 */
final class DemoExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(DemoExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium found");
    }
    String reason = "No Chromium on the PATH: browser tests";
    if ("true".equals(System.getenv("CI")) || Boolean.getBoolean("CI")) {
      throw new IllegalStateException(reason + " cannot run, and CI=true asks for them");
    }
    System.out.println(reason + " are skipped (" + context.getDisplayName() + ")");
    return ConditionEvaluationResult.disabled(reason + " are skipped");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningDemo.class || type == Visitor.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningDemo demo = demo(context);
    return parameter.getParameter().getType() == RunningDemo.class
        ? demo
        : context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                "visitor", key -> new Visitor(chromium(context), demo.url()), Visitor.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Optional.ofNullable(context.getStore(NAMESPACE).remove("visitor", Visitor.class))
        .ifPresent(visitor -> visitor.leave(context));
  }

  private static RunningDemo demo(ExtensionContext context) {
    return session(context)
        .getOrComputeIfAbsent("demo", key -> RunningDemo.start(), RunningDemo.class);
  }

  private static Chromium chromium(ExtensionContext context) {
    return session(context)
        .getOrComputeIfAbsent(
            "chromium", key -> Chromium.launch(Chromium.find().orElseThrow()), Chromium.class);
  }

  private static Store session(ExtensionContext context) {
    return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
  }
}
