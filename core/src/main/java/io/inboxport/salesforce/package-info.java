/**
 * The Salesforce case of a conversation, as it is asked for. What Salesforce makes of it does not
 * belong here: the API never tells.
 */
@NullMarked
package io.inboxport.salesforce;

import org.jspecify.annotations.NullMarked;
