package io.appofapps.confluence.configuration.document;

import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.ServiceRules;

/** The part of a configuration that tells environments and services. */
public record RuleSettings(EnvironmentRules environments, ServiceRules services) {}
