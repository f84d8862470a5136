package io.appofapps.devhost.velocity;

import java.lang.reflect.Method;
import java.util.Map;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine's {@link MethodRule} before a template calls a method. */
public final class GuardedUberspect extends UberspectImpl {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedUberspect.class);

  @Override
  public VelMethod getMethod(Object receiver, String name, Object[] arguments, Info info) {
    VelMethod method = super.getMethod(receiver, name, arguments, info);
    if (method == null || method.getMethod() == null) {
      return method;
    }
    return allowed(receiver, method.getMethod(), info) ? method : null;
  }

  @Override
  public VelPropertyGet getPropertyGet(Object receiver, String name, Info info) {
    VelPropertyGet property = super.getPropertyGet(receiver, name, info);
    if (property == null) {
      return null;
    }
    if (receiver instanceof Map && "get".equals(property.getMethodName())) {
      return property;
    }
    Method method = introspector.getMethod(receiver.getClass(), property.getMethodName(), NONE);
    return method != null && allowed(receiver, method, info) ? property : null;
  }

  @Override
  public VelPropertySet getPropertySet(Object receiver, String name, Object value, Info info) {
    return receiver instanceof Map ? super.getPropertySet(receiver, name, value, info) : null;
  }

  private static final Object[] NONE = {};

  private boolean allowed(Object receiver, Method method, Info info) {
    MethodRule rule = (MethodRule) rsvc.getApplicationAttribute(MethodRule.class.getName());
    if (rule.allows(receiver, method)) {
      return true;
    }
    LOG.warn(
        "Method needs allowlisting: {} ({} line {})",
        MethodAllowlist.signature(method),
        info.getTemplateName(),
        info.getLine());
    return false;
  }
}
