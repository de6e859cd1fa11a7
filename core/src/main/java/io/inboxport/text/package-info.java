/**
 * The checks and limits for every text and id that is sent. Used by values and adapters. What a
 * text is for, and what is done with it, does not belong here.
 */
@NullMarked
package io.inboxport.text;

import org.jspecify.annotations.NullMarked;
