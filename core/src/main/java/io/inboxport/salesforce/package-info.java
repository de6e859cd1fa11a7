/** Salesforce cases that are made for conversations. */
@NullMarked
package io.inboxport.salesforce;

import org.jspecify.annotations.NullMarked;
