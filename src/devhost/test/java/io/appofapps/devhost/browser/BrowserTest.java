package io.appofapps.devhost.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in a browser against the demo: its methods may take a {@link RunningDemo} and a {@link
 * Visitor}. Skipped where there is no Chromium, unless {@code CI} is {@code true}: there it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DemoExtension.class)
@Timeout(120)
@interface BrowserTest {}
