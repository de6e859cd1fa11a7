/**
 * The Salesforce case of a conversation, as it is asked for. The state of the case in Salesforce
 * does not belong here: the API never tells it.
 */
@NullMarked
package io.inboxport.salesforce;

import org.jspecify.annotations.NullMarked;
