/** What is kept of documentation in Active Objects: pages, findings, reviews and runs. */
package io.appofapps.confluence.docs.rows;
