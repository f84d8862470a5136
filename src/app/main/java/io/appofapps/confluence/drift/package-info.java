/**
 * What stands otherwise than it should: configuration, documentation, access. Pure functions from
 * what an audience sees of a deployment set to findings.
 */
package io.appofapps.confluence.drift;
