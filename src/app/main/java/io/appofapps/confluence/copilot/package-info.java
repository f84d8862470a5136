/**
 * The edge for copilots: a server of the Model Context Protocol (MCP). Every call is made as the
 * person whose access token it carries, and decided where pages and REST are decided too.
 */
package io.appofapps.confluence.copilot;
