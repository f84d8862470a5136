/** Spring contexts of plugins, from the index of Atlassian Spring Scanner. */
package io.appofapps.devhost.spring;
