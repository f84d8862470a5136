package io.appofapps.devhost.velocity;

import java.lang.reflect.Method;

/** Which methods a template may call. */
@FunctionalInterface
public interface MethodRule {

  boolean allows(Object receiver, Method method);
}
