/** Makes the OpenAPI document of the app's REST from its classes and what is written about them. */
package io.appofapps.build.openapi;
