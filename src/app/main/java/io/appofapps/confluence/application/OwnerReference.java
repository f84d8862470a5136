package io.appofapps.confluence.application;

/**
 * The ApplicationSet that controls an Application ({@code metadata.ownerReferences}).
 *
 * @param uid uid of the ApplicationSet, may be empty
 * @param name its name; it lives in the namespace of the Application
 */
public record OwnerReference(String uid, String name) {}
