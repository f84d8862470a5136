/** What people see of documentation and do about it, each within their rights. */
package io.appofapps.confluence.docs.desk;
