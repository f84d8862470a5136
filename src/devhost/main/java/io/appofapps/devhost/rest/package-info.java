/** REST modules of plugins on Jersey, with the product's access annotations and XSRF rule. */
package io.appofapps.devhost.rest;
