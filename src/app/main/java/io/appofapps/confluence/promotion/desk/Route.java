package io.appofapps.confluence.promotion.desk;

/**
 * What is to go where.
 *
 * @param set key of the deployment set
 * @param service name of the service
 * @param from name of the environment the version comes from
 * @param to name of the environment it goes to
 */
public record Route(String set, String service, String from, String to) {}
