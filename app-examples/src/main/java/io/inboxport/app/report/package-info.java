/**
 * The state of the inbox on one page that needs nothing but a browser. Nothing that the page would
 * have to fetch from elsewhere belongs here.
 */
@NullMarked
package io.inboxport.app.report;

import org.jspecify.annotations.NullMarked;
