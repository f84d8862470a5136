package io.appofapps.confluence.macro;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.appofapps.confluence.metrics.Meters;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.view.frame.Frame;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Shared;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What every macro needs besides its block. */
@Named
public class MacroKit {

  private final Sight sight;
  private final Frame frame;
  private final Shared shared;
  private final MessageBox messages;
  private final PageBuilderService pageBuilder;
  private final Meters meters;

  @Inject
  public MacroKit(
      Sight sight,
      Frame frame,
      Shared shared,
      MessageBox messages,
      @ComponentImport PageBuilderService pageBuilder,
      Meters meters) {
    this.sight = sight;
    this.frame = frame;
    this.shared = shared;
    this.messages = messages;
    this.pageBuilder = pageBuilder;
    this.meters = meters;
  }

  Sight sight() {
    return sight;
  }

  Frame frame() {
    return frame;
  }

  Shared shared() {
    return shared;
  }

  MessageBox messages() {
    return messages;
  }

  Meters meters() {
    return meters;
  }

  void requireScript() {
    pageBuilder.assembler().resources().requireWebResource("io.appofapps.confluence:aoa-view");
  }
}
