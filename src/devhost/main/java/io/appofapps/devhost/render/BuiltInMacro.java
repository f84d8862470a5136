package io.appofapps.devhost.render;

import com.atlassian.confluence.macro.Macro;

/** A macro of the host itself. */
record BuiltInMacro(MacroDescription description, Macro macro) {}
