/** The state of the inbox on one page that needs nothing but a browser. */
@NullMarked
package io.inboxport.app.report;

import org.jspecify.annotations.NullMarked;
